import type { Model } from './model.ts';

/*
 * What a model uses of the language, in the groups that a theorem can be asked about. Whatever rests on a theorem lists
 * the features that it was proved for and refuses any other by name (`refusal`). A word that stands in no group is a
 * feature of its own, which nobody lists: a new word of the language is refused everywhere until somebody has thought
 * about it.
 */

/** Words as the reader notes them: `shape.key`, and `shape.key=value` for one of several values. */
const WORDS = {
  /** Names, money, goals, and what only says what is asked. */
  description: [
    'model.nines',
    'model.name',
    'model.description',
    'model.currency',
    'model.parameters',
    'parameter.value',
    'parameter.from',
    'parameter.to',
    'parameter.is=decision',
    'parameter.is=assumption',
    'model.domains',
    'model.components',
    'model.services',
    'model.shocks',
    'model.experiments',
    'model.entry',
    'model.targets',
    'model.losses',
    'model.sla',
    'model.simulation',
    'domain.kind',
    'domain.domains',
    'domain.cost',
    'component.cost',
    'service.component',
    'service.replicas',
    'service.cost',
    'service.running-cost',
    'replication.transfer-cost',
    'data set.cost',
    'backup.cost',
    'backup.transfer-cost',
    'targets.availability',
    'targets.rto',
    'targets.rpo',
    'targets.budget',
    'losses.downtime',
    'losses.data',
    'sla.error-rate',
    'sla.tolerates',
    'sla.promise',
    'sla.window=day',
    'sla.window=week',
    'sla.window=month',
    'sla.window=quarter',
    'sla.window=year',
    'sla.fee',
    'sla.credits',
    'sla.excludes',
    'simulation.years',
    'simulation.seed',
    'simulation.mission',
  ],
  'warm-up': ['simulation.warm-up'],
  failures: [
    'component.failures',
    'domain.failures',
    'failure mode.mtbf',
    'failure mode.availability',
    'failure mode.mttr',
    'failure mode.data=kept',
  ],
  'data: lost': ['failure mode.data=lost', 'shock.data=lost'],
  placement: ['service.in', 'service.across'],
  restart: ['component.restart'],
  teams: [
    'model.teams',
    'team.people',
    'team.acknowledge',
    'team.escalate',
    'team.hours',
    'escalation.after',
    'escalation.to',
    'failure mode.repaired-by',
    'failure mode.priority',
    'shock.repaired-by',
    'shock.priority',
    'deploy.repaired-by',
    'deploy.priority',
    'decision.by',
    'decision.takes',
  ],
  'repair-needs': ['failure mode.repair-needs', 'shock.repair-needs'],
  spares: ['component.spares', 'spares.stock', 'spares.lead-time', 'failure mode.needs-spare'],
  shocks: [
    'shock.mtbf',
    'shock.availability',
    'shock.mttr',
    'shock.data=kept',
    'shock.hits',
    'shock.probability',
    'shock.repair=together',
  ],
  // As the reader of a whole model says it: a shock of which one of the hits is a domain.
  'shocks that hit domains': ['shock.hits=domain'],
  'repair: each': ['shock.repair=each'],
  'active-active': [
    'service.mode=active-active',
    'service.required',
    'service.below-required=down',
    'service.below-required=degraded',
  ],
  'health-check': [
    'service.health-check',
    'service.slow-start',
    'service.retry',
    'health check.interval',
    'health check.timeout',
    'health check.unhealthy-threshold',
    'health check.healthy-threshold',
    'health check.slow-start',
  ],
  'active-passive': [
    'service.mode=active-passive',
    'service.standby=hot',
    'service.standby=warm',
    'service.standby=cold',
    'service.failover',
    'failover.detect',
    'failover.decide',
    'failover.promote',
    'failover.redirect',
    'failover.success',
    'failover.retry',
    'service.rebuild',
    'failover.rebuild',
    'replication.rebuild',
    'redirection.dns-ttl',
  ],
  'standbys-answer': ['service.standbys-answer'],
  'standby-failures': ['component.standby-failures', 'service.standby-failures'],
  latent: [
    'failure mode.latent',
    'component.check',
    'service.check',
    'check.every',
    'check.coverage',
    'check.staggered',
  ],
  drift: ['failover.drift', 'failover.drill'],
  coordinators: ['failover.needs', 'failover.demote-after'],
  // As the reader of a whole model says it: a failover that needs something, and no demote-after.
  failsafe: ['failover.needs=failsafe'],
  deploys: [
    'service.deploy',
    'deploy.every',
    'deploy.change-failure-rate',
    'deploy.recovery',
    'deploy.canary',
    'canary.members',
    'canary.bake',
    'canary.catches',
  ],
  maintenance: [
    'service.maintenance',
    'maintenance.every',
    'maintenance.takes',
    'maintenance.max-unavailable',
    'maintenance.min-available',
    'maintenance.window',
  ],
  renews: ['maintenance.renews'],
  failback: [
    'service.failback',
    'service.failback=never',
    'service.failback=auto',
    'failover.failback',
    'failover.failback=never',
    'failover.failback=auto',
    'failback.after',
    'failback.takes',
  ],
  'false-positive': ['service.false-positive', 'failover.false-positive', 'false positive.mtbf'],
  replication: [
    'service.replication',
    'replication.mode=sync',
    'replication.mode=semi-sync',
    'replication.mode=async',
    'replication.lag',
    'replication.max-lag',
    'failover.max-lag',
    'replication.strict',
  ],
  available: ['service.on-partition=available', 'service.conflicts=lost', 'service.conflicts=merge'],
  links: ['model.links', 'link.between', 'link.failures', 'service.on-partition=consistent'],
  quorum: ['service.mode=quorum', 'service.elect'],
  sharded: ['service.mode=sharded', 'service.shards', 'service.copies', 'service.leader'],
  load: ['service.load', 'service.overload', 'overload.above', 'overload.then=shed', 'model.traffic', 'traffic.daily'],
  reschedule: [
    'service.reschedule',
    'rescheduling.after',
    'rescheduling.start',
    'rescheduling.halts-at',
    'domain.room',
  ],
  'by-site': ['traffic.by-site'],
  cascades: ['overload.then=crash', 'overload.after'],
  needs: ['service.needs', 'need.service'],
  within: ['need.within'],
  'any-of': ['need.any-of'],
  wants: ['service.wants'],
  sites: [
    'service.of',
    'service.sites',
    'service.strategy=backup-restore',
    'service.strategy=pilot-light',
    'service.strategy=warm-standby',
    'service.strategy=active-active',
  ],
  backup: [
    'service.data',
    'data set.size',
    'data set.change-rate',
    'service.backup',
    'backup.full',
    'backup.differential',
    'backup.incremental',
    'backup.log-shipping',
    'backup.retention',
    'backup.backup-rate',
    'backup.restore-rate',
    'backup.replay-rate',
    'backup.provision',
    'backup.copies',
    'backup.restorable',
    'backup.drill',
    'schedule.every',
  ],
  // As the reader of a whole model says it: a list with more than one policy.
  'several backups': ['service.backup=several'],
  experiments: [
    'experiment.fail',
    'experiment.corrupt',
    'experiment.for',
    'experiment.after',
    'experiment.data=kept',
    'experiment.data=lost',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Feature = keyof typeof WORDS;

const featureOf: ReadonlyMap<string, Feature> = new Map(
  (Object.keys(WORDS) as Feature[]).flatMap((feature) =>
    WORDS[feature].map((word): [string, Feature] => [word, feature]),
  ),
);

/** Features that the model uses; a word that is in no group stands for itself. */
export function featuresOf({ words }: Pick<Model, 'words'>): ReadonlySet<string> {
  return new Set(words.map((word) => featureOf.get(word) ?? word));
}

/**
 * Why something that was proved for some features only does not hold for this model.
 * @param holdsFor the features that were thought about; `description` is always one of them
 * @returns a clause, such as "it uses 'latent' of a failure mode, for which this was not proved"; null: it holds
 */
export function refusal(model: Pick<Model, 'words'>, holdsFor: readonly Feature[]): string | null {
  const listed = new Set<string>(['description', ...holdsFor]);
  const other = [...featuresOf(model)].find((feature) => !listed.has(feature));
  return other === undefined ? null : `it uses ${named(other)}, for which this was not proved`;
}

/** `failure mode.latent` is 'latent' of a failure mode; a group is its own name. */
function named(feature: string): string {
  const [shape, key] = feature.split('.');
  return key === undefined ? `'${feature}'` : `'${key.replace('=', ': ')}' of a ${shape}`;
}
