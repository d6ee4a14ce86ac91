import { backupsOf } from '../model/backups.ts';
import { listClocks } from '../compile/clocks.ts';
import type { Backup, Model, Service } from '../model/model.ts';
import type { Distribution } from '../random/distribution.ts';
import { ln } from '../random/elementary.ts';
import { mean } from '../random/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { recoveryBesides, restoreSeconds, slowest } from './known-recovery.ts';
import { canLoseData } from './possible.ts';
import { refusedBy } from './theorems.ts';
import { metAtRandom, victimsOf, Waits } from './waits.ts';

/** One kind of failure of a model, as far as it bounds what a run may not have seen. */
interface Kind {
  /** Failures of the kind a year, of all that have it. */
  readonly perYear: number;
  /** Of an outage that it makes, or has a part in. */
  readonly seconds: number;
}

/** What is known of a model's outages before anything is simulated. */
export interface KnownOutages {
  /** The longest first. */
  readonly kinds: readonly Kind[];
  /** Seconds that a recovery takes beside repairs: detection, failover, restarts. */
  readonly besides: number;
  /** Seconds a year that the entry is down once all failovers are done, at most; Infinity: nobody knows. */
  readonly structural: number;
  /** Whether writes can be lost; seconds of them between two backups, and most that a standby may miss. */
  readonly isDataAtRisk: boolean;
  readonly unsaved: number;
  readonly mostLag: number;
}

/** What one event would have added that so many years did not see: seconds. */
export interface MissedEvent {
  /** To the entry's downtime. */
  readonly outage: number;
  /** To the time in which anything else is down. */
  readonly anyOutage: number;
  /** To the writes lost, where none were seen to be lost. */
  readonly loss: number;
}

/** Of a model that uses what nobody has thought about: an outage of a whole year may have been missed. */
export const NOTHING_KNOWN: KnownOutages = {
  kinds: [{ perYear: Infinity, seconds: SECONDS_PER_YEAR }],
  ...{ besides: 0, structural: Infinity, isDataAtRisk: true, unsaved: 0, mostLag: Infinity },
};

/**
 * What the failures say by themselves, as if nobody took over: `knownOutages` adds what the structure leaves of them. A
 * failure takes as long as its repair, and longer: what strikes while something is being repaired meets the long
 * repairs more often, E[D²] / E[D] on average, which for exponential ones is twice the mean.
 */
export function outagesByFailure(model: Model): KnownOutages {
  if (refusedBy(model, 'a bound on the outage that was not seen') !== null) return NOTHING_KNOWN;
  const { services } = model;
  // Nobody can say how long a fault lasts that is never looked for.
  if (services.some((service) => isNeverFound(model, service))) return NOTHING_KNOWN;
  const { fleets } = listClocks(model);
  const losesData = fleets.some(({ kind }) => kind.losesData);
  const restore = restoreSeconds(model);
  const waits = new Waits(model, fleets);
  const kinds = new Map<Distribution | string, { perYear: number; seconds: number }>();
  for (const { kind: source, clocks } of fleets) {
    const { up, down, losesData: empties, cause, work, part } = source;
    const perYear = (clocks * SECONDS_PER_YEAR) / (mean(up) + (down === null ? 0 : mean(down)));
    const hands = down === null ? 0 : metAtRandom(down);
    const seconds = waits.repair(hands, work, part) + (empties ? restore : 0);
    const kind = kinds.get(down ?? cause);
    if (kind === undefined) kinds.set(down ?? cause, { perYear, seconds });
    else {
      kind.perYear += perYear;
      kind.seconds = Math.max(kind.seconds, seconds);
    }
  }
  for (const { repairsEach, up, down, hits, domains = [], work } of model.shocks) {
    if (!repairsEach) continue;
    const victims = Math.max(1, domains.length + victimsOf(model, hits));
    const people = work === undefined || work.team === null ? Infinity : model.teams[work.team].people;
    const hands = metAtRandom(down) * Math.max(1 + ln(victims), victims / people);
    kinds.set(down, { perYear: SECONDS_PER_YEAR / mean(up), seconds: waits.repair(hands, work, undefined) });
  }
  for (const { maintenance, placement } of services)
    if (maintenance !== null)
      kinds.set(maintenance.takes, {
        perYear: (placement.length * SECONDS_PER_YEAR) / maintenance.everySeconds,
        seconds: metAtRandom(maintenance.takes),
      });
  const longest = Math.max(0, ...[...kinds.values()].map(({ seconds }) => seconds));
  const decision = slowest(services, ({ failover }) =>
    failover?.decidedBy === undefined ? 0 : waits.answer(failover.decidedBy),
  );
  if (longest + decision === Infinity) return NOTHING_KNOWN;
  return {
    kinds: [...kinds.values()].sort((a, b) => b.seconds - a.seconds),
    // What is needed for a repair may be down itself, as long as anything is.
    besides: recoveryBesides(model) + decision + (needsTools(model) ? longest : 0),
    structural: Infinity,
    isDataAtRisk: canLoseData(model),
    // Of several policies the one with the newest may be gone.
    unsaved: Math.max(0, ...services.flatMap((service) => backupsOf(service).map(shortestInterval))),
    mostLag: losesData
      ? Infinity
      : services.reduce((most, { replication }) => Math.max(most, replication?.maxLagSeconds ?? 0), 0),
  };
}

/**
 * One event that so many years may just have missed: the longest there is, but no more of a kind than twice as many as
 * are to be expected of it. A building that burns once in five thousand years has not been missed in ten: of the one
 * event it is a part of 1/1000, and the next longest the rest. Of the entry, whose failures somebody takes over, no
 * more than twice what the structure leaves of them; and then what a recovery takes besides. (The interval has room for
 * nearly four times the event that was missed.)
 */
export function missedEvent(
  { kinds, besides, structural, isDataAtRisk, unsaved, mostLag }: KnownOutages,
  years: number,
): MissedEvent {
  let left = 1;
  let repair = 0;
  for (const { perYear, seconds } of kinds) {
    const part = Math.min(left, (perYear * years) / 2);
    repair += part * seconds;
    left -= part;
    if (left <= 0) break;
  }
  const recovery = (1 - left) * besides;
  const anyOutage = repair + recovery;
  return {
    outage: Math.min(repair, (structural * years) / 2) + recovery,
    anyOutage,
    loss: isDataAtRisk ? Math.min(anyOutage, mostLag) + (1 - left) * unsaved : 0,
  };
}

function needsTools(model: Model): boolean {
  return [...model.domains, ...model.components].some(({ failures }) =>
    failures.some(({ work }) => work !== undefined && work.needs.length > 0),
  );
}

/** An active's own fault is noticed at once, and a standby's by the failover that needs it. */
function isNeverFound({ components }: Model, { component, check, failover }: Service): boolean {
  const isFound = check !== null || failover !== null;
  return component >= 0 && !isFound && components[component].failures.some(({ isLatent }) => isLatent);
}

/** Between two backups of any kind. */
function shortestInterval({ fullSeconds, differentialSeconds, incrementalSeconds, logSeconds }: Backup): number {
  return Math.min(fullSeconds, differentialSeconds ?? Infinity, incrementalSeconds ?? Infinity, logSeconds ?? Infinity);
}
