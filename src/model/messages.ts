import { describeDimension, formatDuration, formatNumber, formatPercent, problem, quote, writeData, writeDataRate, type Dimension, type Problem } from '../units/index.ts';
import type { Measure } from './language/kinds.ts';

/**
 * Everything that this folder says to people. A message says what is wrong and, where one is near, what
 * would be right; where it is wrong is attached by `report.ts`.
 */
function say(message: string, suggestion: string | null = null): Problem {
  return { message, suggestion };
}

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Maps of which there is one, called by their key: nobody says "a targets". */
const CALLED_BY_KEY: ReadonlySet<string> = new Set(['targets', 'losses', 'sla', 'simulation', 'replication']);

const a = (noun: string) => (CALLED_BY_KEY.has(noun) ? `'${noun}'` : `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`);

/** With what to type instead, where that is known. */
const write = (message: string, suggestion: string | null) => say(suggestion === null ? message : `${message}: write '${suggestion}'`, suggestion);

const TIME_EXAMPLES = "a time such as '30 s', '5 min', '4 h' or '2 days'";

const MEASURES: Readonly<Record<Measure, { readonly what: string; readonly examples: readonly string[] }>> = {
  data: { what: 'an amount of data', examples: ['500 GB', '2 TB'] },
  'data rate': { what: 'data per time', examples: ['200 MB/s', '20 GB/day'] },
  'price of data': { what: 'money per amount of data', examples: ['0.02 USD/GB'] },
  'price of storage': { what: 'money per amount of data and time', examples: ['0.023 USD/GB/month'] },
};

export const messages = {
  // The document.
  more: (count: number) => say(`… and ${count} more`),
  documentTooLong: (length: number, limit: number) => say(`the model is too large: ${length} characters, at most ${limit}`),
  documentTooDeep: (limit: number) => say(`the model is nested too deeply (at most ${limit} levels)`),
  tooManyAliases: (limit: number) => say(`aliases repeat too much (at most ${limit} values in all)`),
  unknownAlias: (name: string) => say(`'*${name}' stands for nothing: no '&${name}' above it`),
  severalDocuments: () => say('a model is one document: remove what follows this line'),
  notYaml: (why: string) => say(`this is not YAML: ${why}`),
  brackets: (text: string) => say(`this is not YAML: brackets have a meaning of their own: put quotes around '${text}'`, `'${text}'`),
  closeColon: (typed: string, meant: string) => say(`a blank is missing after the colon: in place of ${quote(typed)} write '${meant}'`, meant),
  keyWithoutColon: (word: string, suggestion: string | null) =>
    problem(`this is not YAML: ${quote(word)} stands where a key has to, which has a colon and a value behind it`, suggestion),
  unreadable: (text: string) => say(`${text} is neither text nor a number nor true or false`),
  empty: () => say("the model is empty: it begins with 'nines: 1'", 'nines: 1'),
  notAMap: () => say("a model is a map of keys such as 'services:'"),
  complexKey: () => say('a key has to be plain text'),
  duplicateKey: (key: string, line: number) => say(`'${key}' is given twice (first in line ${line})`),
  mergeKey: () => say("'<<' (merging maps) is not part of the language: write the keys out, or use parameters"),
  unquotedComma: (meant: string) => say(`inside { } and [ ] a comma ends a value: put quotes around '${meant}'`, `'${meant}'`),
  tornNumber: (typed: string, meant: string) =>
    say(`a comma ends a value here, and numbers have none in them: in place of ${quote(typed)} write '${meant}'`, meant),

  // Keys.
  unknownKey: (key: string, of: string, suggestion: string | null, elsewhere: string | null) =>
    elsewhere === null || suggestion !== null ? problem(`unknown key '${key}' in ${a(of)}`, suggestion) : say(`unknown key '${key}' in ${a(of)}: it belongs in ${a(elsewhere)}${elsewhere === 'failure mode' ? ", as in 'failures: { outage: { mtbf: 30 days, mttr: 1 h } }' of a component" : ''}`),
  /** A word of the field for a key of the language, in this map or in another. */
  synonym: (key: string, of: string, meant: string) => say(`unknown key '${key}' in ${a(of)}: here that is '${meant}'`, meant),
  placeSynonym: (key: string, of: string) =>
    say(`unknown key '${key}' in ${a(of)}: here that is 'in' for a list of domains, or 'across' for all of a kind, as in 'across: zone'`, 'in'),
  synonymElsewhere: (key: string, of: string, meant: string, elsewhere: string) =>
    say(`unknown key '${key}' in ${a(of)}: '${meant}' says that, and belongs in ${a(elsewhere)}`),
  synonymLater: (key: string, word: string, what: string) => say(`'${key}' is '${word}' here, which is not supported by this version of nines yet: ${what}`),
  later: (word: string, what: string) => say(`'${word}' is not supported by this version of nines yet: ${what}`),
  laterMap: (key: string, what: string) => say(`a map here is not supported by this version of nines yet (in '${key}'): ${what}`),
  laterList: (key: string, what: string) => say(`a list here is not supported by this version of nines yet (in '${key}'): ${what}`),
  laterRange: (text: string) =>
    say(`${quote(text)}: a range for a value that nobody knows is not supported by this version of nines yet: give one, and try others with '--set' or 'sweep'`),
  missingKey: (key: string, of: string, examples: readonly string[]) =>
    say(`'${key}' is missing in this ${of}${examples.length > 0 ? `, as in '${key}: ${examples[0]}'` : ''}`),
  missingVersion: () => say("the version of the language is missing: begin with 'nines: 1'", 'nines: 1'),
  wrongVersion: (got: string) => say(`this is version 1 of the language, the model asks for ${quote(got)}: write 'nines: 1'`, '1'),
  badName: (what: string, name: string) =>
    say(`${quote(name)} cannot name ${a(what)}: a name is 1 to 100 characters, without control characters and without blanks at its ends (and not '__proto__')`),

  // Values.
  needs: (what: string, got: string) => say(`needs ${what}, got ${got}`),
  needsMap: (of: string, got: string, meant: string | null) => write(`needs a map of the keys of ${a(of)}, got ${got}`, meant),
  needsMapNotItems: (of: string) => say(`needs a map of the keys of ${a(of)}, got a list: write its keys without '[ ]' and '-'`),
  promise: (share: string) => write("'sla' says when the system counts as down; what is promised is a target", `targets: { availability: ${share} }`),
  needsNames: (of: string, got: string, meant: string | null) => write(`needs a map from names to what each ${of} is, got ${got}`, meant),
  needsNamesNotItems: (of: string, name: string) =>
    say(`needs a map from names to what each ${of} is, got a list: write '${name}: { … }' in place of '- name: ${name}'`),
  needsWants: (of: string, got: string, meant: string | null) =>
    write(`needs a map from each ${of} to the share of requests that is still answered without it, got ${got}`, meant),
  noShare: (name: string) => say(`'${name}' has no value: it is the share of requests that is still answered without it, as in '${name}: 80%'`),
  needsList: (key: string, of: string, meant: string) => write(`'${key}' takes a list of ${of}s, got a map`, meant),
  needsNotWants: (key: string, meant: string) =>
    say(`'${key}' takes a list of services and no shares: what can be done without, and how much is answered then, is '${meant}'`, meant),
  noValue: (key: string) => say(`'${key}' has no value`),
  oneOf: (words: readonly string[], got: string, suggestion: string | null) => problem(`needs one of ${list(words)}, got ${quote(got)}`, suggestion),
  nPlusMode: (got: string) =>
    say(`needs one of 'active-active', 'active-passive', 'quorum', got ${quote(got)}: n + 1 is 'active-active' with 'required: n' of 'replicas: n + 1'`, 'active-active'),
  needsFlag: (got: string) =>
    say(`needs true or false, got ${got}`, /^'?(yes|on|y|always|.*[1-9])'?$/i.test(got) ? 'true' : /^'?(no|off|n|never|none|.* 0)'?$/i.test(got) ? 'false' : null),
  needsTime: (got: string, plain: number | null) =>
    say(`needs ${TIME_EXAMPLES}, got ${got}`, plain === null ? null : `${plain} s`),
  needsRate: (currency: string, got: string, suggestion: string | null) =>
    problem(`needs money per time such as '0.17 ${currency}/h' or '100 ${currency}/month', got ${got}`, suggestion),
  needsMeasure: (measure: Measure, currency: string, got: string, plain: number | null) => {
    const { what, examples } = MEASURES[measure];
    const written = examples.map((example) => example.replace('USD', currency));
    const unit = written[0].slice(written[0].indexOf(' '));
    return problem(`needs ${what} such as ${written.map((example) => `'${example}'`).join(' or ')}, got ${got}`, plain === null ? null : `${plain}${unit}`);
  },
  needsShare: (got: string) => say(`needs a share such as '99.95%' or 0.9995, got ${got}`),
  notAShare: (got: string, suggestion: string | null) => problem(`a share lies between 0 and 100%, got ${got}`, suggestion),
  notAnOpenShare: (got: string, suggestion: string | null) => problem(`an availability lies strictly between 0 and 100%, got ${got}`, suggestion),
  needsInteger: (min: number, got: string) => say(`needs a whole number, ${min} or more, got ${got}${got.includes('%') ? ': it is a count, and not a share' : ''}`),
  needsYears: (got: string) => say(`needs a whole number of years, 1 or more, such as '10000', got ${got}`),
  negativeTime: (got: string) => say(`a time cannot be negative, got ${got}`),
  negative: (got: string) => say(`cannot be negative, got ${got}`),
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
  /** What is named is something else. */
  misnamed: (name: string, is: string, advice: string | null, suggestion: string | null = null) =>
    say(`${quote(name)} is ${is}${advice === null ? '' : `: ${advice}`}${suggestion === null ? '' : ` (write '${suggestion}')`}`, suggestion),
  listInOne: (text: string, list: string) => write(`${quote(text)} is one text, and several are meant`, list),
  memberNamed: (text: string, name: string) => write(`${quote(text)} is a member, and a whole service is needed here`, name),
  memberMeant: (text: string, meant: string) => write(`${quote(text)} names no member: there are 'active' and the members in brackets, counted from 0`, meant),
  countNamed: (key: string, count: string, what: string) => say(`'${key}' names ${what} rather than counting them, as in '${key}: [a, b]', got '${count}'`),
  allNamed: (text: string, list: string | null) => write(`${quote(text)} is no service, and each is named here`, list),
  hitsDomain: (name: string) =>
    say(`${quote(name)} is a domain: shocks that hit domains are not supported by this version of nines yet; name the services in it, or give the domain a failure of its own`),
  kindNeeded: (name: string, kind: string) => say(`${quote(name)} is a domain: 'across' names a kind of them (write '${kind}'), 'in' one of them`, kind),
  failsShock: (name: string, hits: string | null) =>
    say(`${quote(name)} is a shock: an experiment fails domains, services, members or whoever is active; fail what the shock hits${hits === null ? '' : ` (write '${hits}')`}`, hits),
  listedTwice: (name: string) => say(`'${name}' is listed twice, and counts once: take the second out`),
  oneMtbf: () => say("needs exactly one of 'mtbf' and 'availability'"),
  noMtbf: () => say("needs 'mtbf' (or 'availability') beside 'mttr', as in 'mtbf: 30 days'"),
  noRepairTime: () => say("'availability' needs an 'mttr' above 0, from which the mtbf follows"),
  duplicateDomain: (name: string, line: number) => say(`there is another domain '${name}' in line ${line}: names are unique in the whole tree`),
  emptyHits: () => say('a shock has to hit at least one service'),
  hitsNothing: (name: string) => say(`'${name}' has no members that a shock could strike`),
  noServices: () => say('a model needs at least one service'),
  requiredAbove: (required: number, count: number, members: 'replicas' | 'sites') =>
    say(`required: ${required} is above ${members === 'sites' ? `the number of sites, ${count}` : `replicas: ${count}`}, so the service could never be up`),
  tooManyMembers: (count: number, limit: number) => say(`the model is too large to run: ${count} members, at most ${limit}`),
  tooManyEvents: (count: string, limit: string) => say(`the model is too large to run: about ${count} failures a year, with every member that a shock strikes and every retry, at most ${limit}`),
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

  // Sites.
  ofWithoutSites: () => say("'of' needs 'sites', the domains in which its copies stand, as in 'sites: [us-east-1, us-west-2]'"),
  sitesWithoutOf: () => say("'sites' needs 'of', the service of which one copy stands in each, as in 'of: stack'; 'in' places a service that is not copied"),
  noSites: () => say('a service with sites needs at least one'),
  besideSites: (key: string, why: string) => say(`'${key}' does not belong beside 'of' and 'sites': ${why}`),
  ofFixed: (name: string) => say(`'${name}' has an 'in' of its own, so there is nothing to copy: leave its 'in' out, or name a service that needs it`),
  strategyWithoutOf: () => say("'strategy' belongs to a service with 'of' and 'sites': put one above this one, as in 'shop: { of: stack, sites: [us-east-1, us-west-2], strategy: warm-standby }'"),
  strategyMode: (strategy: string, means: string, mode: string) => say(`strategy ${strategy} is ${means}, this says ${mode}: leave 'mode' out, or the strategy`, means),
  noSiteWithin: (name: string, site: string) => say(`none of the sites of '${name}' lies in '${site}', in which a copy of it stands`),
  tooManyCopies: (limit: number) => say(`the model is too large to run: with the copies in all sites more than ${limit} services`),
  copyName: (name: string) => say(`'${name}' is what a copy in a site is called: give this service another name`),
  entryInSites: (name: string, above: readonly string[]) =>
    say(`'${name}' stands in sites only, as copies: the entry is the service that works on them${above.length === 0 ? '' : ` (${list(above.slice(0, 8))})`}`, above[0] ?? null),
  costsWithoutOf: () => say("a map of running costs belongs to a service with 'of', whose sites hold several services: give one share"),
  notInStack: (name: string, suggestion: string | null) => problem(`'${name}' does not stand in the sites of this service`, suggestion),

  // Data.
  backupWithoutData: (sited: boolean) =>
    say(`there is nothing to back up: say how much data there is, as in 'data: { size: 500 GB }'${sited ? ', on the services in the sites that hold it' : ''}`),
  notZero: () => say('has to be above 0'),
  notBelowFull: (key: string, seconds: number, full: number) =>
    say(`'${key}' every ${formatDuration(seconds)} is not more often than 'full' every ${formatDuration(full)}, upon which it builds`),
  retentionBelowFull: (retention: number, full: number) =>
    say(`backups are kept for ${formatDuration(retention)}, which is gone before the next full one after ${formatDuration(full)}: keep them longer, or make full ones more often`),
  backupTooSlow: (key: string, bytes: number, rate: number, every: number) =>
    say(`${a(key)} backup of ${formatData(bytes)} at ${formatDataRate(rate)} takes ${formatDuration(bytes / rate)}, longer than the ${formatDuration(every)} until the next one`),
  logTooSlow: (change: number, rate: number) => say(`the log grows by ${formatDataRate(change)}, faster than 'backup-rate' ships it (${formatDataRate(rate)})`),

  // Experiments.
  emptyExperiment: () => say("an experiment needs something that happens: 'fail' or 'corrupt', as in 'fail: eu-west-1a'"),
  nothingToFail: (name: string) => say(`'${name}' has no members that could fail`),
  nothingToCorrupt: (name: string) => say(`'${name}' has no members whose data could be corrupted`),
  noneActive: (name: string, one: string) => say(`every member of '${name}' serves, so there is no one active: strike one of them, as in '${one}'`, one),
  noSuchMember: (name: string, which: string, count: number) =>
    say(`'${name}' has no member ${quote(which)}: ${count === 1 ? `it has one, '${name}[0]'` : `its ${count} members are '${name}[0]' to '${name}[${count - 1}]'`}`),
  noSuchSite: (name: string, which: string, suggestion: string | null) => problem(`'${name}' has no site ${quote(which)}`, suggestion === null ? null : `${name}[${suggestion}]`),
  noDuration: (text: string) => say(`${quote(text)} has no failure mode from which to take how long it lasts: say it, as in 'for: 2 h'`),
  experimentTooLong: (years: string, limit: string) => say(`the model is too large to run: an experiment over ${years} years, at most ${limit}`),
  tooManyBackups: (kept: string, limit: string) =>
    say(`the model is too large to run: about ${kept} backups kept at once, at most ${limit}: keep them for a shorter time, or make fewer`),
  tooManyInjections: (limit: number) => say(`the model is too large to run: its experiments strike more than ${limit} times`),

  // Suspicions.
  failsUntilNoticed: (count: number, errorRate: number, perYear: number) =>
    say(`until a failed member is noticed 1 of ${count} requests fails, more than the error rate of ${formatPercent(errorRate)}, so that each of about ${formatNumber(perYear, 2)} failures a year is an incident: 'retry: true' sends such requests to another member`),
  crowded: (kind: string, name: string, members: number, count: number, spare: number, fewest: number) =>
    say(`${kind} '${name}' holds ${members} of the ${count} members, and the service can lose ${spare}: 'across: ${kind}' puts no more than ${fewest} into one ${kind}`, kind),
  standsAlone: (service: string, kind: string, domain: string, above: string) =>
    say(`'${service}' stands in ${kind} '${domain}' alone, whose failure takes '${above}' down with it, which needs it and is spread over others: spread it as well, as in 'across: ${kind}'`),
  rolesWander: (text: string, service: string, isSite: boolean) =>
    say(`the active of '${service}' may have wandered away from ${quote(text)} before it fails, since nothing moves it back, and then nobody notices: say 'failback: auto' there, or fail '${service}.active'${isSite ? ', whichever site that is' : ''}`, `${service}.active`),
  unneededService: (name: string, entry: string) => say(`service '${name}' does not matter: '${entry}', the entry, needs it neither directly nor through others: name it in the 'needs' of one that does, or take it out`),
  unusedDomain: (kind: string, name: string) => say(`nothing is placed in ${kind} '${name}': place a service there, or take it out`),
  unusedComponent: (name: string) => say(`no service is made of component '${name}': name it as the 'component' of one, or take it out`),
  unusedParameter: (name: string) => say(`nothing uses the parameter '${name}': write its name where its value is meant, or take it out`),
  syncAcrossRegions: (regions: readonly string[]) => say(`synchronous replication between regions (${regions.join(', ')}): every write waits for the other one: 'mode: async' does not wait, and loses what is on its way`),
  oneReplicaPassive: () => say("active-passive with one replica: there is no standby: 'replicas: 2' adds one"),
  oneSitePassive: () => say('active-passive with one site: there is no standby: name a second one'),
  evenQuorum: (n: number, members: 'replicas' | 'sites') => say(`a quorum of ${n} survives no more failures than one of ${n - 1}: an even number of ${members} is wasted: make it ${n + 1}, or ${n - 1}`, members === 'sites' ? null : String(n + 1)),
  smallQuorum: (required: number, n: number) => say(`required: ${required} of ${n} is no majority: two halves could both serve: ask for ${Math.floor(n / 2) + 1} or more`, String(Math.floor(n / 2) + 1)),
  zeroInterval: () => say("a health check every 0 s finds every failure at once: say how often it looks, as in 'interval: 10 s', or leave 'health-check' out"),
  retriesInNoTime: () => say("a promotion that can fail needs a 'retry' above 0: it would be tried again in no time for ever"),
  neverDown: () => say("with an error rate of 100% nothing ever counts as down: it is the share of failing requests from which on it does, as in 'error-rate: 1%'"),
  neverSucceeds: () => say("with success 0 no failover ever succeeds: give the share that does, as in 'success: 95%', or leave it out where all do"),
  mtbfBelowMttr: (mtbf: number, mttr: number) => say(`down longer than up: the mtbf (${formatDuration(mtbf)}) is below the mttr (${formatDuration(mttr)}): see whether they, or their units, are swapped`),
  nothingInService: () => say("a service with neither 'component' nor 'needs' never fails: say what it is made of, or what it needs"),
  siteWithinSite: (inner: string, outer: string) => say(`site '${inner}' lies in site '${outer}': one failure takes both: choose sites of which none lies in another`),
  neverRestores: () => say("with restorable 0% no backup ever restores: give the share that does, as in 'restorable: 95%'"),
  restoresInNoTime: (bytes: number) => say(`without 'restore-rate' ${formatData(bytes)} are read back in no time: say how fast, as in 'restore-rate: 200 MB/s'`),
  restoresNothing: () => say("nothing in the sites holds data: restoring takes no more than provisioning ('data: { size: 500 GB }' on a service says how much there is)"),
  sharedData: (sited: boolean) =>
    say(`active-passive without 'replication' and 'backup': all ${sited ? 'sites' : 'members'} are taken to share one copy of the data, as on a SAN: where each has its own, say how it is fed, as in 'replication: { mode: async }'`),
  permanentLoss: (what: string) => say(`the data that ${what} destroys is lost for good, as nothing restores it: 'backup' would`),
  backupsInOnePlace: (kind: string, name: string, elsewhere: string | null) =>
    say(`a failure of ${kind} '${name}' takes the data and all its backups: keep a copy elsewhere${elsewhere === null ? ", or leave 'copies' out for one that is always within reach" : `, as in 'copies: [${elsewhere}]'`}`, elsewhere === null ? null : `[${elsewhere}]`),
  experimentMisses: (text: string, entry: string) => say(`${quote(text)} does not matter to '${entry}', the entry: nobody will notice: fail what it needs`),
  noEffect: (key: string, why: string) => say(`'${key}' has no effect here: ${why}: leave it out`),
};

/** Rounded, for reading. */
function formatData(bytes: number): string {
  return writeData(Number(bytes.toPrecision(3)));
}

function formatDataRate(bytesPerSecond: number): string {
  return writeDataRate(Number(bytesPerSecond.toPrecision(3)));
}

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
