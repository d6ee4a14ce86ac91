import { formatDuration, formatNumber, formatPercent, quote } from '../../units/index.ts';
import { say, formatData } from './say.ts';

/** What can be, and is hardly meant. */
export const SUSPICIONS = {
  failsUntilNoticed: (count: number, errorRate: number, perYear: number) =>
    say(
      `until a failed member is noticed 1 of ${count} requests fails, more than the error rate of ` +
        `${formatPercent(errorRate)}, so that each of about ${formatNumber(perYear, 2)} failures a year is an ` +
        "incident: 'retry: true' sends such requests to another member",
    ),
  crowded: (kind: string, name: string, members: number, count: number, spare: number, fewest: number) =>
    say(
      `${kind} '${name}' holds ${members} of the ${count} members, and the service can lose ${spare}: 'across: ` +
        `${kind}' puts no more than ${fewest} into one ${kind}`,
      kind,
    ),
  standsAlone: (service: string, kind: string, domain: string, above: string) =>
    say(
      `'${service}' stands in ${kind} '${domain}' alone, whose failure takes '${above}' down with it, which ` +
        `needs it and is spread over others: spread it as well, as in 'across: ${kind}'`,
    ),
  rolesWander: (text: string, service: string, isSite: boolean) =>
    say(
      `the active of '${service}' may have wandered away from ${quote(text)} before it fails, since nothing ` +
        "moves it back, and then nobody notices: say 'failback: auto' there, or fail " +
        `'${service}.active'${isSite ? ', whichever site that is' : ''}`,
      `${service}.active`,
    ),
  noBudget: () => say('a promise of 100% leaves no error budget: a single second breaks it'),
  feeWithoutCredits: () => say("without 'credits' nothing follows from the 'fee'", 'credits: { 99.99%: 10% }'),
  creditsFall: () => say('a lower availability is owed less than a higher one: credits usually rise as it falls'),
  nothingExcluded: (what: string) =>
    say(`the model has no ${what}, so there is nothing to leave out: describe it, or take this out`),
  nothingOfTheKind: (kind: string, advice: string) =>
    say(
      `nothing in this model is of the kind '${kind}': no failure and no experiment, so that its target stays ` +
        `undecided; ${advice}`,
    ),
  unneededService: (name: string, entry: string) =>
    say(
      `service '${name}' does not matter: '${entry}', the entry, needs it neither directly nor through others: ` +
        "name it in the 'needs' of one that does, or take it out",
    ),
  unusedDomain: (kind: string, name: string) =>
    say(`nothing is placed in ${kind} '${name}': place a service there, or take it out`),
  unusedComponent: (name: string) =>
    say(`no service is made of component '${name}': name it as the 'component' of one, or take it out`),
  unusedParameter: (name: string) =>
    say(`nothing uses the parameter '${name}': write its name where its value is meant, or take it out`),
  syncAcrossRegions: (regions: readonly string[]) =>
    say(
      `synchronous replication between regions (${regions.join(', ')}): every write waits for the other one: ` +
        "'mode: async' does not wait, and loses what is on its way",
    ),
  oneReplicaPassive: () => say("active-passive with one replica: there is no standby: 'replicas: 2' adds one"),
  oneSitePassive: () => say('active-passive with one site: there is no standby: name a second one'),
  evenQuorum: (n: number, members: 'replicas' | 'sites') =>
    say(
      `a quorum of ${n} survives no more failures than one of ${n - 1}: an even number of ${members} is ` +
        `wasted: make it ${n + 1}, or ${n - 1}`,
      members === 'sites' ? null : String(n + 1),
    ),
  smallQuorum: (required: number, n: number) =>
    say(
      `required: ${required} of ${n} is no majority: two halves could both serve: ask for ` +
        `${Math.floor(n / 2) + 1} or more`,
      String(Math.floor(n / 2) + 1),
    ),
  zeroInterval: () =>
    say(
      "a health check every 0 s finds every failure at once: say how often it looks, as in 'interval: 10 s', " +
        "or leave 'health-check' out",
    ),
  retriesInNoTime: () =>
    say("a promotion that can fail needs a 'retry' above 0: it would be tried again in no time for ever"),
  neverDown: () =>
    say(
      'with an error rate of 100% nothing ever counts as down: it is the share of failing requests from which ' +
        "on it does, as in 'error-rate: 1%'",
    ),
  neverSucceeds: () =>
    say(
      "with success 0 no failover ever succeeds: give the share that does, as in 'success: 95%', or leave it " +
        'out where all do',
    ),
  mtbfBelowMttr: (mtbf: number, mttr: number) =>
    say(
      `down longer than up: the mtbf (${formatDuration(mtbf)}) is below the mttr (${formatDuration(mttr)}): ` +
        'see whether they, or their units, are swapped',
    ),
  nothingInService: () =>
    say("a service with neither 'component' nor 'needs' never fails: say what it is made of, or what it needs"),
  siteWithinSite: (inner: string, outer: string) =>
    say(`site '${inner}' lies in site '${outer}': one failure takes both: choose sites of which none lies in another`),
  neverRestores: () =>
    say("with restorable 0% no backup ever restores: give the share that does, as in 'restorable: 95%'"),
  restoresInNoTime: (bytes: number) =>
    say(
      `without 'restore-rate' ${formatData(bytes)} are read back in no time: say how fast, as in ` +
        "'restore-rate: 200 MB/s'",
    ),
  restoresNothing: () =>
    say(
      "nothing in the sites holds data: restoring takes no more than provisioning ('data: { size: 500 GB }' on " +
        'a service says how much there is)',
    ),
  sharedData: (sited: boolean) =>
    say(
      `active-passive without 'replication' and 'backup': all ${sited ? 'sites' : 'members'} are taken to ` +
        "share one copy of the data, as on a SAN: where each has its own, say how it is fed, as in 'replication: " +
        "{ mode: async }'",
    ),
  permanentLoss: (what: string) =>
    say(`the data that ${what} destroys is lost for good, as nothing restores it: 'backup' would`),
  backupsInOnePlace: (kind: string, name: string, elsewhere: string | null) => {
    const fault = `a failure of ${kind} '${name}' takes the data and all its backups: keep a copy elsewhere`;
    return elsewhere === null
      ? say(`${fault}, or leave 'copies' out for one that is always within reach`)
      : say(`${fault}, as in 'copies: [${elsewhere}]'`, `[${elsewhere}]`);
  },
  experimentMisses: (text: string, entry: string) =>
    say(`${quote(text)} does not matter to '${entry}', the entry: nobody will notice: fail what it needs`),
  noEffect: (key: string, why: string) => say(`'${key}' has no effect here: ${why}: leave it out`),
};
