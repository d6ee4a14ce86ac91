import type { Distribution } from '../../random/distribution.ts';
import type { Field, ReadRecord } from '../language/kinds.ts';
import type { FailoverFields, ReplicationFields, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Mode } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';

type Strategy = NonNullable<Extract<ServiceFields['strategy'], { ok: true }>>['value'];

const DAY = 86_400;
const constant = (value: number): Distribution => ({ kind: 'constant', value });

/** What a strategy fills in besides the failover that the three with a standby share. */
interface Preset {
  readonly mode: Mode;
  readonly standby?: 'cold' | 'warm';
  /** Until the standby site serves, once that is decided. */
  readonly promoteSeconds?: number;
  readonly replicated: boolean;
  /** Share of the running cost in the sites that stand by, of services that hold data and of all others. */
  readonly cost?: { readonly data: number; readonly others: number };
}

/**
 * The four published strategies (AWS, Disaster Recovery of Workloads on AWS, 2021; `field-notes`: RTO of hours, tens of
 * minutes, 5 to 15 minutes, about 0; cost 1.1, up to 1.5, 1.5 and 2 times). What is promoted is a site: building its
 * servers takes half an hour, switching them on from images 20 minutes, scaling up what runs already 4.
 */
const PRESETS: Readonly<Record<Strategy, Preset>> = {
  'backup-restore': {
    mode: 'active-passive',
    standby: 'cold',
    promoteSeconds: 30 * 60,
    replicated: false,
    cost: { data: 0, others: 0 },
  },
  'pilot-light': {
    mode: 'active-passive',
    standby: 'cold',
    promoteSeconds: 20 * 60,
    replicated: true,
    cost: { data: 1, others: 0 },
  },
  'warm-standby': {
    mode: 'active-passive',
    standby: 'warm',
    promoteSeconds: 4 * 60,
    replicated: true,
    cost: { data: 1, others: 0.5 },
  },
  'active-active': { mode: 'active-active', replicated: true },
};

/** A health check every 10 s and the third one decides, as Route 53 does at its fastest, and DNS answers of 60 s. */
const DETECT = constant(90);
const TTL_SECONDS = 60;
/** A person: minutes to assess and to trigger, longer one time in twenty. */
const DECIDE: Distribution = { kind: 'lognormal', median: 3 * 60, p95: 7 * 60 };
/** Between regions: about a second, which a bad day makes twenty. */
const LAG: Distribution = { kind: 'lognormal', median: 1, p95: 20 };

/**
 * What a strategy makes of the running cost in standby sites; null where it says nothing, or the author's `standby`
 * does.
 */
export function strategyCost(fields: ServiceFields): NonNullable<Preset['cost']> | null {
  const { strategy, standby } = fields;
  return strategy?.ok === true && standby === undefined ? (PRESETS[strategy.value].cost ?? null) : null;
}

/** What a service says together with what its strategy fills in; whatever the author gave stays as it is. */
export function withStrategy(fields: ServiceFields, report: Report): ServiceFields {
  const { strategy, mode } = fields;
  // A strategy that is wrong leaves the mode unknown.
  if (strategy?.ok === false) return { ...fields, mode: mode ?? strategy };
  if (strategy === undefined) return fields;
  const { at, value } = strategy;
  const preset = PRESETS[value];
  if (mode?.ok === true && mode.value !== preset.mode)
    report.error(mode.at, messages.strategyMode(value, preset.mode, mode.value));
  return {
    ...fields,
    mode:
      fields.mode?.ok === true && fields.mode.value !== preset.mode
        ? { ok: false, at: fields.mode.at }
        : (fields.mode ?? given(preset.mode, at)),
    ...(preset.replicated
      ? {
          replication:
            fields.replication ??
            given(record<ReplicationFields>(at, { mode: given('async', at), lag: given(LAG, at) }), at),
        }
      : {}),
    ...(MODES[preset.mode].standsBy ? standingBy(fields, preset, at) : serving(fields, at)),
  };
}

function serving(fields: ServiceFields, at: Location): Partial<ServiceFields> {
  const check = { interval: given(10, at), 'unhealthy-threshold': given(3, at), 'healthy-threshold': given(3, at) };
  return {
    'health-check': fields['health-check'] ?? given(record(at, check), at),
    retry: fields.retry ?? given(true, at),
  };
}

function standingBy(fields: ServiceFields, preset: Preset, at: Location): Partial<ServiceFields> {
  if (fields.failover?.ok === false) return {};
  const own = fields.failover?.value;
  const filled: FailoverFields = {
    // A health check says by itself how long it takes.
    ...(fields['health-check'] === undefined ? { detect: given(DETECT, at) } : {}),
    decide: given(DECIDE, at),
    ...(fields.standby === undefined ? { promote: given(constant(preset.promoteSeconds ?? 0), at) } : {}),
    redirect: given(record(at, { 'dns-ttl': given(TTL_SECONDS, at) }), at),
    ...own?.fields,
  };
  return {
    standby: fields.standby ?? (preset.standby === undefined ? undefined : given(preset.standby, at)),
    failover: given(own === undefined ? record(at, filled) : { ...own, fields: filled }, fields.failover?.at ?? at),
  };
}

/** What backup and restore fills in where nothing in the sites is backed up: a copy every night, kept for a month. */
export function strategyBackup(at: Location): Pick<ServiceFields, 'backup'> {
  const backup = { full: given(DAY, at), retention: given(30 * DAY, at), provision: given(constant(600), at) };
  return { backup: given([given(record(at, backup), at)], at) };
}

/** What it fills in where no service holds any data either. */
export function strategyData(at: Location): Pick<ServiceFields, 'data'> {
  return { data: given(record(at, { size: given(0, at) }), at) };
}

function given<T>(value: T, at: Location): Field<T> {
  return { ok: true, value, at };
}

function record<F>(at: Location, fields: F): ReadRecord<F> {
  return { at, fields, keys: new Map(), incomplete: false };
}
