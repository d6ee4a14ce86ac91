import { betweenBadOnes, type Deploys, deploysOf } from '../../model/deploys.ts';
import type { Model, Shock } from '../../model/model.ts';
import { mean } from '../../random/moments.ts';

const known = new WeakMap<Model, Model>();

/**
 * The model with its bad deploys as what they are to its structure: shocks that strike every member. Those that are
 * found in a canary count for nothing where the others are enough, and else as if all members had them.
 */
export function withChanges(model: Model): Model {
  let whole = known.get(model);
  if (whole === undefined) known.set(model, (whole = changed(model)));
  return whole;
}

function changed(model: Model): Model {
  const deploys = deploysOf(model);
  if (deploys.length === 0) return model;
  return {
    ...model,
    shocks: [...model.shocks, ...deploys.flatMap((deploy) => asShock(deploy, model))],
    services: model.services.map((service) => ({ ...service, deploy: null })),
  };
}

function asShock(deploy: Deploys, { services }: Model): Shock[] {
  const { canary, recovery, changeFailureRate, cause, hits, work } = deploy;
  const isMissed =
    canary !== null && hits.some((hit) => services[hit].placement.length - canary.members < services[hit].required);
  const everywhere = canary === null || isMissed ? 1 : 1 - canary.catches;
  if (everywhere === 0) return [];
  const up = betweenBadOnes({ ...deploy, changeFailureRate: changeFailureRate * everywhere });
  return [
    {
      name: cause,
      // Deploys keep to their times, recoveries or not.
      up: up.kind === 'constant' ? { kind: 'constant', value: Math.max(0, up.value - mean(recovery)) } : up,
      down: recovery,
      ...{ losesData: false, isLatent: false, hits, probability: 1, repairsEach: false, work },
    },
  ];
}
