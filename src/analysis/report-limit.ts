import type { ModelIdentity, RunFigures } from './report-run.ts';

/** What `nines limit` prints with `--format json`, and `limit` resolves to. */
export interface LimitReport {
  readonly nines: 1;
  readonly kind: 'limits';
  readonly model: ModelIdentity;
  /** Over all values that were tried. `partial`: limits are missing. */
  readonly run: RunFigures;
  /** Share of the busiest hours that has to be answered with a zone gone. */
  readonly share: number;
  /** Of each service with a load. */
  readonly limits: readonly LimitFigures[];
}

export interface LimitFigures {
  readonly service: string;
  /** As the model has it: members, and the work of the busiest hour in members' worth. */
  readonly replicas: number;
  readonly peak: number;
  /** The fewest members that will do with any one of its zones gone, and the most work of the busiest hour. */
  readonly fleet: number | null;
  readonly load: number | null;
  /** Each zone in which it stands; `zone` null: it stands in none, and what is lost is nothing. */
  readonly zones: readonly ZoneLimit[];
}

/** With one zone gone. A limit is null where none was found up to the end of what was tried, or not yet. */
export interface ZoneLimit {
  readonly zone: string | null;
  readonly fleet: Limit | null;
  readonly load: Limit | null;
}

/** What surely will do, next to what surely will not; `tried`: between which ends it was looked for. */
export interface Limit {
  readonly holds: number | null;
  readonly fails: number | null;
  readonly tried: readonly [number, number];
}
