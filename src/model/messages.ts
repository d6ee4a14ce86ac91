import { describeDimension, formatDuration, problem, quote, type Dimension, type Problem } from '../units/index.ts';

/**
 * Everything that this folder says to people. A message says what is wrong and, where one is near, what
 * would be right; where it is wrong is attached by `report.ts`.
 */
function say(message: string, suggestion: string | null = null): Problem {
  return { message, suggestion };
}

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

const TIME_EXAMPLES = "a time such as '30 s', '5 min', '4 h' or '2 days'";

export const messages = {
  // The document.
  more: (count: number) => say(`… and ${count} more`),
  documentTooLong: (length: number, limit: number) => say(`the model is too large: ${length} characters, at most ${limit}`),
  documentTooDeep: (limit: number) => say(`the model is nested too deeply (at most ${limit} levels)`),
  tooManyAliases: (limit: number) => say(`aliases repeat too much (at most ${limit} values in all)`),
  unknownAlias: (name: string) => say(`'*${name}' stands for nothing: no '&${name}' above it`),
  yaml: (code: string, message: string) =>
    code === 'MULTIPLE_DOCS' ? say('a model is one document: remove what follows this line') : say(`this is not YAML: ${message.split('\n')[0].slice(0, 200)}`),
  unreadable: (text: string) => say(`${text} is neither text nor a number nor true or false`),
  empty: () => say("the model is empty: it begins with 'nines: 1'", 'nines: 1'),
  notAMap: () => say("a model is a map of keys such as 'services:'"),
  complexKey: () => say('a key has to be plain text'),
  duplicateKey: (key: string, line: number) => say(`'${key}' is given twice (first in line ${line})`),
  mergeKey: () => say("'<<' (merging maps) is not part of the language: write the keys out, or use parameters"),
  unquotedComma: (meant: string) => say(`inside { } and [ ] a comma ends a value: put quotes around '${meant}'`, `'${meant}'`),

  // Keys.
  unknownKey: (key: string, of: string, suggestion: string | null, elsewhere: string | null) =>
    elsewhere === null || suggestion !== null ? problem(`unknown key '${key}' in a ${of}`, suggestion) : say(`unknown key '${key}' in a ${of}: it belongs in a ${elsewhere}`),
  later: (word: string, what: string) => say(`'${word}' is not supported by this version of nines yet: ${what}`),
  laterMap: (key: string, what: string) => say(`a map here is not supported by this version of nines yet (in '${key}'): ${what}`),
  missingKey: (key: string, of: string, examples: readonly string[]) =>
    say(`'${key}' is missing in this ${of}${examples.length > 0 ? `, as in '${key}: ${examples[0]}'` : ''}`),
  missingVersion: () => say("the version of the language is missing: begin with 'nines: 1'", 'nines: 1'),
  wrongVersion: (got: string) => say(`this is version 1 of the language, the model asks for ${quote(got)}: write 'nines: 1'`, '1'),
  badName: (what: string, name: string) =>
    say(`${quote(name)} cannot name a ${what}: a name is 1 to 100 characters, without control characters and without blanks at its ends (and not '__proto__')`),

  // Values.
  needs: (what: string, got: string) => say(`needs ${what}, got ${got}`),
  needsMap: (of: string, got: string) => say(`needs a map of the keys of a ${of}, got ${got}`),
  needsNames: (of: string, got: string) => say(`needs a map from names to what each ${of} is, got ${got}`),
  noValue: (key: string) => say(`'${key}' has no value`),
  oneOf: (words: readonly string[], got: string, suggestion: string | null) => problem(`needs one of ${list(words)}, got ${quote(got)}`, suggestion),
  needsFlag: (got: string) => say(`needs true or false, got ${got}`, /^'?(yes|on|y)'?$/i.test(got) ? 'true' : /^'?(no|off|n)'?$/i.test(got) ? 'false' : null),
  needsTime: (got: string, plain: number | null) =>
    say(`needs ${TIME_EXAMPLES}, got ${got}`, plain === null ? null : `${plain} s`),
  needsRate: (currency: string, got: string, suggestion: string | null) =>
    problem(`needs money per time such as '0.17 ${currency}/h' or '100 ${currency}/month', got ${got}`, suggestion),
  needsShare: (got: string) => say(`needs a share such as '99.95%' or 0.9995, got ${got}`),
  notAShare: (got: string, suggestion: string | null) => problem(`a share lies between 0 and 100%, got ${got}`, suggestion),
  notAnOpenShare: (got: string, suggestion: string | null) => problem(`an availability lies strictly between 0 and 100%, got ${got}`, suggestion),
  needsInteger: (min: number, got: string) => say(`needs a whole number, ${min} or more, got ${got}`),
  needsYears: (got: string) => say(`needs a whole number of years, 1 or more, such as '10000', got ${got}`),
  negativeTime: (got: string) => say(`a time cannot be negative, got ${got}`),
  negativeMoney: (got: string) => say(`cannot be negative, got ${got}`),
  notFinite: (got: string) => say(`${got} is not a finite number`),
  currencyCode: (got: string) => say(`a currency is three capitals such as 'USD' or 'EUR', got ${quote(got)}`, /^[a-z]{3}$/i.test(got) ? got.toUpperCase() : null),

  // Distributions.
  argumentCount: (name: string, signature: string, got: number) => say(`'${name}' is written '${signature}', got ${got} ${got === 1 ? 'value' : 'values'}`),
  argumentTime: (name: string, argument: string, got: string) => say(`the ${argument} of '${name}' needs ${TIME_EXAMPLES}, got ${got}`),
  argumentPlain: (name: string, argument: string, got: string) => say(`the ${argument} of '${name}' needs a plain number, got ${got}`),
  argumentNegative: (name: string, argument: string) => say(`the ${argument} of '${name}' cannot be negative`),
  argumentPositive: (name: string, argument: string) => say(`the ${argument} of '${name}' has to be above 0`),
  argumentOrder: (name: string, less: string, more: string) => say(`in '${name}' the ${less} is above the ${more}`),
  shapeRange: (name: string, min: number, max: number) => say(`the shape of '${name}' has to be between ${min} and ${max}`),
  distributionFault: (name: string, fault: string) => say(`'${name}': ${fault}`),
  meanNotFinite: (name: string) => say(`this '${name}' has no finite mean`),
  zeroMean: () => say("the time between failures has to be above 0"),

  // Parameters.
  unknownParameter: (name: string, suggestion: string | null) => problem(`unknown parameter '${name}'`, suggestion),
  parameterName: (name: string, suggestion: string | null) =>
    // The rest of a number: `1,000` inside { }.
    /^\d{3}$/.test(name) ? say(`a number has no commas: a comma ends a value here, and '${name}' stands alone`) :
    problem(`${quote(name)} cannot name a parameter: letters, digits and '_' can, beginning with a letter`, suggestion),
  parameterIsUnit: (name: string, suggestion: string) => problem(`a parameter cannot be called '${name}', which is a unit: give it another name`, suggestion),
  parameterIsReserved: (name: string, suggestion: string) => problem(`a parameter cannot be called '${name}', which has a meaning in expressions: give it another name`, suggestion),
  parameterCycle: (names: readonly string[]) => say(`parameters depend on each other in a circle: ${names.join(' → ')}`),
  parameterChain: (limit: number) => say(`parameters use each other over more than ${limit} steps`),
  parameterIsDistribution: (name: string) => say(`'${name}' is a distribution, which is a whole value by itself and cannot be part of an expression`),
  tooManyParameters: (limit: number) => say(`too many parameters (at most ${limit})`),
  setDimension: (name: string, unit: string, got: string, suggestion: string | null) =>
    problem(`the parameter '${name}' is ${unit}, and cannot be set to ${got}`, suggestion),

  // References and semantics.
  unknown: (what: string, name: string, suggestion: string | null) => problem(`unknown ${what} '${name}'`, suggestion),
  listedTwice: (name: string) => say(`'${name}' is listed twice`),
  oneMtbf: () => say("needs exactly one of 'mtbf' and 'availability'"),
  noMtbf: () => say("needs 'mtbf' (or 'availability') beside 'mttr', as in 'mtbf: 30 days'"),
  noRepairTime: () => say("'availability' needs an 'mttr' above 0, from which the mtbf follows"),
  duplicateDomain: (name: string, line: number) => say(`there is another domain '${name}' in line ${line}: names are unique in the whole tree`),
  emptyHits: () => say('a shock has to hit at least one service'),
  hitsNothing: (name: string) => say(`'${name}' has no members that a shock could strike`),
  noServices: () => say('a model needs at least one service'),
  requiredAboveReplicas: (required: number, replicas: number) => say(`required: ${required} is above replicas: ${replicas}, so the service could never be up`),
  tooManyMembers: (count: number, limit: number) => say(`the model is too large to run: ${count} members, at most ${limit}`),
  tooManyEvents: (count: string, limit: string) => say(`the model is too large to run: about ${count} failures a year, at most ${limit}`),
  tooManyServices: (count: number, limit: number) => say(`the model is too large to run: ${count} services, at most ${limit}`),
  tooManyDependencies: (count: string, limit: string) =>
    say(`the model is too large to run: its dependencies, written out, name ${count} services (a wanted one again wherever it is wanted), at most ${limit}`),
  tooManyYears: (years: string, limit: string) => say(`the model is too large to run: ${years} years, at most ${limit}`),
  warmUpTooLong: (years: string, limit: string) => say(`the model is too large to run: a warm-up of ${years} years, at most ${limit}`),
  needsComponent: (key: string) => say(`'${key}' belongs to a service with a 'component': this one has no members`),
  otherMode: (key: string, belongs: readonly string[], mode: string, isDefault: boolean) =>
    say(`'${key}' belongs to mode ${belongs.join(' and ')}, this service is ${mode}${isDefault ? ` (the default): add 'mode: ${belongs[0]}'` : ''}`),
  givenTwice: (key: string, first: string, line: number) => say(`'${key}' means the same as '${first}' in line ${line}: give it once`),
  strictNotSync: (mode: string) => say(`'strict' belongs to 'mode: sync', this is ${mode}`),
  maxLagWithoutReplication: () => say("'max-lag' needs 'replication', which says how far a standby is behind"),
  dependencyCycle: (names: readonly string[]) => say(`services depend on each other in a circle: ${names.join(' → ')}`),
  needsAndWants: (name: string) => say(`'${name}' is both needed and wanted: it is one or the other`),
  noDomainOfKind: (kind: string, where: string | null, suggestion: string | null) =>
    problem(`no domain of kind '${kind}'${where === null ? '' : ` at or below ${where}`}`, suggestion),
  noEntry: (candidates: readonly string[]) => say(`'entry' is missing: several services could be meant (${list(candidates.slice(0, 8))})`, `entry: ${candidates[0]}`),

  // Suspicions.
  unneededService: (name: string, entry: string) => say(`service '${name}' does not matter: '${entry}', the entry, needs it neither directly nor through others`),
  unusedDomain: (kind: string, name: string) => say(`nothing is placed in ${kind} '${name}'`),
  unusedComponent: (name: string) => say(`no service is made of component '${name}'`),
  unusedParameter: (name: string) => say(`nothing uses the parameter '${name}'`),
  syncAcrossRegions: (regions: readonly string[]) => say(`synchronous replication between regions (${regions.join(', ')}): every write waits for the other one`),
  oneReplicaPassive: () => say('active-passive with one replica: there is no standby'),
  evenQuorum: (n: number) => say(`a quorum of ${n} survives no more failures than one of ${n - 1}: an even number of replicas is wasted`),
  smallQuorum: (required: number, n: number) => say(`required: ${required} of ${n} is no majority: two halves could both serve`),
  zeroInterval: () => say('a health check every 0 s finds every failure at once'),
  retriesInNoTime: () => say("a promotion that can fail needs a 'retry' above 0: it would be tried again in no time for ever"),
  neverDown: () => say('with an error rate of 100% nothing ever counts as down'),
  neverSucceeds: () => say('with success 0 no failover ever succeeds'),
  mtbfBelowMttr: (mtbf: number, mttr: number) => say(`down longer than up: the mtbf (${formatDuration(mtbf)}) is below the mttr (${formatDuration(mttr)})`),
  nothingInService: () => say("a service with neither 'component' nor 'needs' never fails"),
  noEffect: (key: string, why: string) => say(`'${key}' has no effect here: ${why}`),
};

/** What was found in place of what was needed, for `needs…` messages. */
export function describeValue(value: string | number | boolean | null): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return quote(value);
  return typeof value === 'number' ? `the plain number ${value}` : String(value);
}

export function describeQuantity(value: number, dimension: Dimension): string {
  const kind = describeDimension(dimension);
  return kind === 'a plain number' ? `the plain number ${value}` : kind;
}
