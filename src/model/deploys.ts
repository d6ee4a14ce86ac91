import type { Distribution } from '../random/distribution.ts';
import { mean } from '../random/moments.ts';
import type { Deploy, Model } from './model.ts';

/** The deploys of one service as it was written: its copies in several sites have the same changes. */
export interface Deploys extends Deploy {
  /** The service, as in the text. */
  readonly service: string;
  /** Of incidents that a bad one began, as in a report. */
  readonly cause: string;
  /** Indices into `services`: all copies. */
  readonly hits: readonly number[];
}

/** All that may be bad, in the order of the services. */
export function deploysOf({ services }: Pick<Model, 'services'>): Deploys[] {
  const found = new Map<string, { readonly deploy: Deploy; readonly hits: number[] }>();
  services.forEach(({ written, deploy }, service) => {
    if (deploy === null || deploy.changeFailureRate === 0) return;
    const known = found.get(written);
    if (known === undefined) found.set(written, { deploy, hits: [service] });
    else known.hits.push(service);
  });
  return Array.from(found, ([service, { deploy, hits }]) => ({
    ...deploy,
    ...{ service, cause: `${service}/deploy`, hits },
  }));
}

/**
 * From one bad one to the next, if none is left out. Of deploys without memory that is exponential, as every bad one
 * is one of them by the toss of a coin; else the mean is all that it says.
 */
export function betweenBadOnes({ every, changeFailureRate }: Deploy): Distribution {
  const seconds = mean(every) / changeFailureRate;
  return every.kind === 'exponential' ? { kind: 'exponential', mean: seconds } : { kind: 'constant', value: seconds };
}
