import { problem, quote, writeShare } from '../../units/index.ts';
import { say, list, write } from './say.ts';

/** What is wrong with what names stand for, and with what they mean together. */
export const MEANING = {
  unknown: (what: string, name: string, suggestion: string | null) => problem(`unknown ${what} '${name}'`, suggestion),
  /** What is named is something else. */
  misnamed: (name: string, is: string, advice: string | null, suggestion: string | null = null) =>
    say(
      `${quote(name)} is ` +
        `${is}${advice === null ? '' : `: ${advice}`}${suggestion === null ? '' : ` (write '${suggestion}')`}`,
      suggestion,
    ),
  listInOne: (text: string, list: string) => write(`${quote(text)} is one text, and several are meant`, list),
  memberNamed: (text: string, name: string) =>
    write(`${quote(text)} is a member, and a whole service is needed here`, name),
  memberMeant: (text: string, meant: string) =>
    write(`${quote(text)} names no member: there are 'active' and the members in brackets, counted from 0`, meant),
  countNamed: (key: string, count: string, what: string) =>
    say(`'${key}' names ${what} rather than counting them, as in '${key}: [a, b]', got '${count}'`),
  allNamed: (text: string, list: string | null) => write(`${quote(text)} is no service, and each is named here`, list),
  kindNeeded: (name: string, kind: string) =>
    say(`${quote(name)} is a domain: 'across' names a kind of them (write '${kind}'), 'in' one of them`, kind),
  failsShock: (name: string, hits: string | null) =>
    say(
      `${quote(name)} is a shock: an experiment fails domains, services, members or whoever is active; fail ` +
        `what the shock hits${hits === null ? '' : ` (write '${hits}')`}`,
      hits,
    ),
  listedTwice: (name: string) => say(`'${name}' is listed twice, and counts once: take the second out`),
  oneMtbf: () => say("needs exactly one of 'mtbf' and 'availability'"),
  noMtbf: () => say("needs 'mtbf' (or 'availability') beside 'mttr', as in 'mtbf: 30 days'"),
  /** An assumption, and no error. */
  thirdParty: (share: number) =>
    `outages of lognormal(30 min, 4 h), as nothing is known but ${writeShare(share)}: a percentage does not say how ` +
    'long they last',
  noRepairTime: () => say("'availability' needs an 'mttr' above 0, from which the mtbf follows"),
  duplicateDomain: (name: string, line: number) =>
    say(`there is another domain '${name}' in line ${line}: names are unique in the whole tree`),
  oneOfOne: (name: string) => write(`'any-of' leaves no choice where it names one service`, name),
  neededAnyway: (name: string) =>
    say(`without '${name}' the service is down anyway, as it 'needs' it: the others in this 'any-of' help nobody`),
  emptyHits: () => say('a shock has to hit at least one service, or domain'),
  hitsAround: (inner: string, outer: string) =>
    say(`'${inner}' lies in '${outer}', which this shock hits as well and takes whole: name one of the two`),
  insideAlready: (service: string, domains: readonly string[]) =>
    say(`'${service}' is already inside ${domains.join(', ')}, which this shock takes whole: leave it out`),
  hitsNothing: (name: string) => say(`'${name}' has no members that a shock could strike`),
  noServices: () => say('a model needs at least one service'),
  requiredAbove: (required: number, count: number, members: 'replicas' | 'sites') =>
    say(
      `required: ${required} is above ` +
        `${members === 'sites' ? `the number of sites, ${count}` : `replicas: ${count}`}, ` +
        'so the service could never be up',
    ),
  tooManyMembers: (count: number, limit: number) =>
    say(`the model is too large to run: ${count} members, at most ${limit}`),
  tooManyEvents: (count: string, limit: string) =>
    say(
      `the model is too large to run: about ${count} failures a year, with every member that a shock strikes ` +
        `and every retry, at most ${limit}`,
    ),
  tooManyServices: (count: number, limit: number) =>
    say(`the model is too large to run: ${count} services, at most ${limit}`),
  tooManyDependencies: (count: string, limit: string) =>
    say(
      `the model is too large to run: its dependencies, written out, name ${count} services (a wanted one ` +
        `again wherever it is wanted), at most ${limit}`,
    ),
  tooManyYears: (years: string, limit: string) =>
    say(`the model is too large to run: ${years} years, at most ${limit}`),
  warmUpTooLong: (years: string, limit: string) =>
    say(`the model is too large to run: a warm-up of ${years} years, at most ${limit}`),
  needsComponent: (key: string) => say(`'${key}' belongs to a service with a 'component': this one has no members`),
  otherMode: (key: string, belongs: readonly string[], mode: string, isDefault: boolean) =>
    say(
      `'${key}' belongs to mode ${belongs.join(' and ')}, this service is ` +
        `${mode}${isDefault ? ` (the default): add 'mode: ${belongs[0]}'` : ''}`,
    ),
  givenTwice: (key: string, first: string, line: number) =>
    say(`'${key}' means the same as '${first}' in line ${line}: give it once`),
  strictNotSync: (mode: string) => say(`'strict' belongs to 'mode: sync', this is ${mode}`),
  maxLagWithoutReplication: () => say("'max-lag' needs 'replication', which says how far a standby is behind"),
  noPromise: () =>
    say(
      "a window needs a promise: say 'promise: 99.95%' here, or 'availability: 99.95%' under 'targets'",
      'promise: 99.95%',
    ),
  noCredits: () => say("'credits' has a share of the fee for each availability", 'credits: { 99.99%: 10%, 99%: 30% }'),
  creditsWithoutFee: () => say("'credits' are a part of the 'fee': say what users pay", 'fee: 50000 USD/month'),
  creditBelow: (name: string) =>
    say(`${quote(name)} is no availability: credits are owed below one, as in '99.99%: 10%'`),
  emptyMission: () => say("a 'mission' of no time asks nothing: say how long it has to last", 'mission: 1000 h'),
  missionTooLong: (years: string, most: string) =>
    say(`a mission of ${years} years is too long: at most ${most} years`),
  noKindsOfDisruption: (target: string) =>
    say(`'${target}' as a map has a time for each kind of disruption, and this one has none`, `${target}: 15 min`),
  unknownDisruption: (name: string, kinds: readonly string[], words: readonly string[], suggestion: string | null) =>
    problem(
      `no kind of disruption '${name}': there are ${list(words)}, and the kinds of the model's domains` +
        (kinds.length === 0 ? ', of which it has none' : `: ${list(kinds.slice(0, 8))}`),
      suggestion,
    ),
  dependencyCycle: (names: readonly string[]) => say(`services depend on each other in a circle: ${names.join(' → ')}`),
  needsAndWants: (name: string) => say(`'${name}' is both needed and wanted: it is one or the other`),
  needsAnyway: (name: string) =>
    say(
      `without '${name}' the service is down anyway, as it 'needs' it: name it in 'failover.needs' only, where ` +
        'serving goes on without it',
    ),
  demotedByNothing: () =>
    say("'demote-after' needs 'needs' beside it: without what the active steps down, as in 'needs: [etcd]'"),
  noDomainOfKind: (kind: string, where: string | null, suggestion: string | null) =>
    problem(`no domain of kind '${kind}'${where === null ? '' : ` at or below ${where}`}`, suggestion),
  noEntry: (candidates: readonly string[]) =>
    say(
      `'entry' is missing: several services could be meant (${list(candidates.slice(0, 8))})`,
      `entry: ${candidates[0]}`,
    ),
};
