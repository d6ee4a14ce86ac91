import type { Model } from '../model/model.ts';
import { perReplication, scaled } from './estimates.ts';
import type { Events } from './events.ts';
import type { Estimate } from './report.ts';
import { REPLICATION_ROW } from '../observe/figures.ts';
import type { Tally } from '../observe/tally.ts';

/** What a model's years came to, per year: each with the interval that its report prints. */
export interface PerYear {
  /** Seconds. */
  readonly down: Estimate;
  /** Seconds of writes. */
  readonly loss: Estimate;
  /** Expected losses, in the model's currency, without what runs. */
  readonly cost: Estimate;
}

export function perYear({ losses }: Pick<Model, 'losses'>, tally: Tally, events: Events): PerYear {
  const row = (index: number, kind: 'outage' | 'loss') => perReplication(tally.replications, index, events[kind]);
  const down = row(REPLICATION_ROW.down, 'outage');
  const loss = row(REPLICATION_ROW.loss, 'loss');
  return { down, loss, cost: together(scaled(down, losses.downtimePerSecond), scaled(loss, losses.dataPerSecond)) };
}

/** Both come from the same years; adding their bounds is right if they go together and wide otherwise. */
function together(a: Estimate, b: Estimate): Estimate {
  return { mean: a.mean + b.mean, ci95: [a.ci95[0] + b.ci95[0], a.ci95[1] + b.ci95[1]] };
}
