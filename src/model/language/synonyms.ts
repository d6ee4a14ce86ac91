/**
 * Words that the field uses for what the language calls otherwise. Where a key is unknown these come before the words
 * that only look alike: `instances` is nearer to nothing than to `replicas`, and `count` is not `cost`.
 * A key stands in as many rows as it has meanings; of several the one counts that the map has.
 */
export const KEYS: readonly (readonly [key: string, words: string])[] = [
  // The document.
  ['targets', 'slo slos objectives goals requirements service-level-objectives'],
  ['sla', 'slas service-level-agreement'],
  ['losses', 'penalties impact downtime-cost business-impact cost-of-downtime'],
  ['components', 'hardware parts machines instance-types node-types elements blocks'],
  ['services', 'apps applications systems workloads deployments resources tiers microservices'],
  [
    'domains',
    'zones regions azs availability-zones racks datacenters data-centers dcs failure-domains fault-domains ' +
      'locations infrastructure topology nodes hosts buildings',
  ],
  ['domains', 'children contains'],
  [
    'shocks',
    'common-cause common-causes common-cause-failures correlated-failures correlated disasters global-failures events',
  ],
  ['experiments', 'chaos chaos-experiments drills scenarios tests what-if game-days gamedays faults injections'],
  ['parameters', 'variables vars params inputs locals constants'],
  ['entry', 'root main top frontend entrypoint entry-point system front-end'],
  ['nines', 'version api-version'],
  ['simulation', 'options settings monte-carlo'],
  // Services.
  [
    'needs',
    'depends-on depends dependency dependencies requires require uses upstream upstreams calls connects-to links-to',
  ],
  ['wants', 'optional optionally soft-needs soft-dependencies soft-depends-on optional-dependencies prefers can-use'],
  [
    'replicas',
    'instances instance-count count size nodes members servers pods machines vms number desired ' +
      'desired-capacity desired-count scale replica-count node-count n',
  ],
  [
    'required',
    'min minimum min-healthy minimum-healthy min-required needed at-least min-instances min-nodes ' +
      'min-in-sync-replicas min-insync-replicas min-isr k quorum-size n+1 n+2 quorum majority',
  ],
  [
    'across',
    'zones multi-az multi-zone multiaz azs availability-zones regions racks spread spread-over spread-across ' +
      'topology-spread topology-spread-constraints anti-affinity pod-anti-affinity distribute distributed ' +
      'zone-redundant',
  ],
  [
    'in',
    'zone region az availability-zone location placed-in placement ' +
      'datacenter data-center dc host rack node place where',
  ],
  ['shards', 'partitions partition-count number-of-shards slots tablets pieces'],
  ['copies', 'replication-factor rf number-of-copies'],
  ['leader', 'leaders has-leader partition-leader'],
  ['load', 'demand utilization utilisation requests-per-second rps work workload offered-load'],
  ['traffic', 'load-profile demand-profile hours-of-day time-of-day daily-load'],
  ['overload', 'load-shedding saturation cascade overloaded'],
  [
    'reschedule',
    'eviction evict evicts rescheduling relocate migrate restart-elsewhere toleration tolerations toleration-seconds ' +
      'pod-eviction-timeout descheduler',
  ],
  ['room', 'capacity headroom spare-capacity slots free-slots space vacancies'],
  ['component', 'image instance-type machine-type server-type flavor hardware made-of is'],
  [
    'mode',
    'redundancy redundancy-mode ha high-availability pattern topology clustering cluster-mode primary ' +
      'primaries secondary secondaries master masters slave slaves follower followers',
  ],
  [
    'health-check',
    'readiness-probe liveness-probe startup-probe probe probes health-probe heartbeat healthchecks monitor ' +
      'check-health',
  ],
  ['standbys-answer', 'read-replica read-replicas replica-reads reads-from-standbys read-only-share stale-reads'],
  ['failover', 'switchover auto-failover automatic-failover fail-over takeover'],
  ['failback', 'switchback switch-back fail-back preempt fall-back'],
  ['replication', 'replicate mirroring mirror replication-mode synchronous synchronous-replication'],
  ['backup', 'backups snapshot snapshots dump dumps backup-policy backup-plan'],
  ['data', 'storage volume volumes disk database-size dataset persistent-volume size capacity'],
  ['elect', 'election election-time election-timeout leader-election'],
  ['retry', 'retries retry-policy retry-on-failure max-retries'],
  ['of', 'copy-of copies-of template stack deploys'],
  ['sites', 'regions locations datacenters data-centers clusters zones'],
  [
    'slow-start',
    'grace-period start-period initial-delay initial-delay-seconds warmup warm-up-time health-check-grace-period',
  ],
  ['running-cost', 'standby-cost passive-cost'],
  ['rebuild', 'resync reprotect rejoin catch-up reseed recovery-time'],
  ['below-required', 'degraded degradation graceful-degradation on-loss'],
  ['standby', 'standby-type temperature'],
  ['strategy', 'dr dr-strategy disaster-recovery dr-plan'],
  // Words of later versions, which say so by themselves.
  [
    'deploy',
    'max-surge rolling-update rolling-updates rollout rollouts rolling update-strategy deployment-strategy ' +
      'releases release blue-green',
  ],
  ['autoscale', 'autoscaling auto-scaling hpa min-replicas max-replicas min-size max-size autoscaler'],
  [
    'maintenance',
    'pdb pod-disruption-budget maintenance-window maintenance-windows planned-downtime patching patch updates ' +
      'upgrade upgrades',
  ],
  ['teams', 'on-call oncall operator operators staff engineers crews repairmen rota rotas'],
  // People.
  ['people', 'size count members number staff headcount persons engineers crew'],
  ['acknowledge', 'ack response response-time time-to-acknowledge mtta reaction-time responds'],
  ['escalate', 'escalation escalates escalation-policy'],
  ['hours', 'schedule shift shifts working-hours office-hours business-hours availability'],
  ['repaired-by', 'team owner by crew repair-crew assigned-to repairman fixed-by operator operators'],
  ['needs-spare', 'spare needs-part uses-spare spare-part'],
  ['repair-needs', 'needs requires depends-on repair-requires'],
  ['spares', 'spare-parts parts stock inventory'],
  ['stock', 'count number on-hand quantity spares'],
  ['lead-time', 'delivery delivery-time order-time replenishment'],
  // Planned work.
  ['max-unavailable', 'max-out max-disrupted disruption-budget budget at-a-time batch-size concurrency'],
  ['min-available', 'min-up min-healthy minimum-available'],
  ['window', 'windows hours maintenance-window maintenance-windows when schedule'],
  ['renews', 'renew renewal replaces replacement preventive preventive-replacement as-new'],
  ['links', 'network networks connections latency bandwidth'],
  ['load', 'utilization cpu qps rps throughput requests'],
  ['shards', 'sharding partitions'],
  // Failures.
  [
    'mtbf',
    'afr arr mttf mtbo rate failure-rate fail-rate failures-per-year annual-failure-rate ' +
      'annualized-failure-rate lambda frequency incidents-per-year how-often every fit up tbf',
  ],
  [
    'mttr',
    'repair repair-time time-to-repair recovery recovery-time recovery-duration downtime duration outage ' +
      'outage-duration down lasts takes restore-time ttr mu repair-rate',
  ],
  ['failures', 'failure failure-modes failure-rate failure-mode faults outages afr sla slo uptime breaks rate'],
  ['availability', 'uptime sla slo nines availability-target'],
  ['data', 'data-loss loses-data destroys durability'],
  ['restart', 'boot boot-time start-up startup startup-time start-time start-delay reboot'],
  ['cost', 'price pricing rate hourly-cost hourly-rate monthly-cost charge fee'],
  ['kind', 'type level layer'],
  ['hits', 'affects strikes services targets blast-radius victims scope on members'],
  ['probability', 'chance p likelihood fraction beta beta-factor share'],
  // Health checks, failovers, replication.
  ['interval', 'period period-seconds every check-interval inter frequency seconds'],
  ['timeout', 'timeout-seconds time-out'],
  ['unhealthy-threshold', 'failure-threshold fall max-failures failures threshold unhealthy'],
  ['healthy-threshold', 'success-threshold rise passes healthy'],
  [
    'detect',
    'detection detection-time time-to-detect ttd mttd health-check loop-wait down-after down-after-milliseconds ttl',
  ],
  ['decide', 'decision approval approve acknowledge manual operator time-to-decide'],
  ['promote', 'promotion promotion-time takeover switch switch-over time duration takes failover-time'],
  ['redirect', 'dns dns-ttl vip reroute repoint switch-traffic cutover client-redirect ttl'],
  ['dns-ttl', 'ttl dns'],
  ['success', 'probability success-rate success-probability reliability chance'],
  ['lag', 'delay replication-lag latency replica-lag behind'],
  ['max-lag', 'maximum-lag maximum-lag-on-failover max-replication-lag lag-limit'],
  ['mode', 'type synchronous sync'],
  ['after', 'delay wait wait-for stabilization toleration toleration-seconds pod-eviction-timeout eviction-timeout'],
  ['takes', 'duration time'],
  ['start', 'boot boot-time startup startup-time restart starts takes pod-start'],
  ['halts-at', 'unhealthy-zone-threshold stop-at stops-at threshold'],
  // Data and backups.
  ['size', 'amount volume storage capacity gb bytes'],
  ['change-rate', 'write-rate churn growth writes delta change daily-change changes'],
  ['full', 'every schedule interval frequency daily weekly snapshot snapshots'],
  ['incremental', 'incrementals hourly increment'],
  ['differential', 'diff differentials'],
  [
    'log-shipping',
    'wal pitr point-in-time point-in-time-recovery binlog binlogs wal-archiving log logs transaction-log ' +
      'wal-shipping archive',
  ],
  ['retention', 'keep keep-for retain expire expires retention-period kept-for'],
  ['restore-rate', 'restore restore-speed restore-throughput throughput bandwidth read-rate speed'],
  ['backup-rate', 'write-speed backup-speed backup-throughput'],
  [
    'copies',
    'in locations regions destinations destination vault vaults targets where stored-in bucket buckets location',
  ],
  ['restorable', 'success restore-success tested verified reliability'],
  ['drill', 'test restore-test verify tested-every test-restore'],
  ['provision', 'provisioning setup setup-time prepare'],
  // Targets, losses, the agreement, simulations, experiments.
  ['rto', 'recovery-time recovery-time-objective max-downtime mttr max-outage'],
  ['rpo', 'recovery-point recovery-point-objective max-data-loss data-loss'],
  ['budget', 'cost max-cost price spend'],
  ['error-rate', 'threshold errors error-threshold error-budget tolerated-errors errors-allowed'],
  ['downtime', 'outage revenue revenue-per-hour hourly unavailability per-hour'],
  ['years', 'runs duration horizon iterations trials length'],
  ['seed', 'random-seed random'],
  ['value', 'default is-now now current'],
  ['from', 'min minimum least low lower at-least'],
  ['to', 'max maximum most high upper at-most'],
  ['is', 'kind type role sort nature'],
  ['warm-up', 'burn-in warmup-time'],
  ['fail', 'break kill target inject what fails hits stop crash shock lose down'],
  ['corrupt', 'delete drop wipe corrupts ransomware'],
  ['for', 'duration lasts during length time mttr'],
];

/** The same for words out of a closed list. */
export const CHOICES: readonly (readonly [choice: string, words: string])[] = [
  ['quorum', 'raft paxos consensus majority zab voting replicated-state-machine'],
  [
    'active-passive',
    'primary-replica primary-replicas primary-standby primary-secondary primary-backup master-slave ' +
      'master-replica master-standby leader-follower leader-replica active-standby hot-standby warm-standby ' +
      'cold-standby multi-az 1+1 failover standby ha',
  ],
  [
    'active-active',
    'n+1 n+2 2n n load-balanced load-balancing loadbalanced multi-master multi-primary stateless k-of-n ' +
      'parallel round-robin multi-active cluster scaled horizontal',
  ],
  ['sharded', 'partitioned shards sharding partitions consistent-hashing ring leaderless kafka cassandra'],
  ['sync', 'synchronous strong blocking'],
  ['semi-sync', 'semi-synchronous semisynchronous'],
  ['async', 'asynchronous eventual lazy streaming'],
  ['lost', 'true yes destroyed wiped gone lose loses erased'],
  ['kept', 'false no safe survives intact preserved'],
  ['hot', 'running on live'],
  ['cold', 'off stopped none'],
  ['auto', 'automatic true yes preempt always'],
  ['never', 'manual false no none'],
  ['backup-restore', 'backup backups backup-and-restore restore cold cold-standby'],
  ['pilot-light', 'pilot'],
  ['warm-standby', 'warm hot-standby standby active-passive'],
  ['active-active', 'multi-site multi-region hot multi-site-active-active'],
  ['degraded', 'partial degrade brownout'],
];

const normalize = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '');

function index(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [meant, words] of rows) {
    for (const word of words.split(' ').map(normalize)) found.set(word, [...(found.get(word) ?? []), meant]);
  }
  return found;
}

const KEYS_BY_WORD = index(KEYS);
const CHOICES_BY_WORD = index(CHOICES);

/** The keys that a word of the field stands for, whatever map they belong to; the likeliest first. */
export function keySynonyms(word: string): readonly string[] {
  return KEYS_BY_WORD.get(normalize(word)) ?? [];
}

/** The one of some words that a word of the field stands for; null where none of them is. */
export function choiceSynonym(word: string, among: readonly string[]): string | null {
  return CHOICES_BY_WORD.get(normalize(word))?.find((meant) => among.includes(meant)) ?? null;
}
