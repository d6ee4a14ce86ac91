import type { Experiment, Injection, KindTarget, Model, Targets } from './model.ts';

/** Kinds of disruption beside the kinds of domains that a model has, each with what is of that kind. */
export const DISRUPTIONS = {
  component: 'members that fail by themselves, and failovers that go wrong or back',
  shock: 'shocks',
  link: 'links that are cut',
  deploy: 'deploys',
  maintenance: 'maintenance',
  data: 'failures that destroy data, and data corrupted',
  default: 'whatever has no figure of its own',
} as const;

/** What a failure is to targets by kind. */
export interface Disruption {
  /** One of `DISRUPTIONS`, or a kind of domain. */
  readonly kind: string;
  readonly losesData: boolean;
}

/**
 * Which of the targets by kind a failure is held against: that for data if it destroys some, else that of its own kind,
 * else the default. So each is held against one.
 * @returns the index into `byKind`; −1: none
 */
export function heldAgainst(
  byKind: readonly KindTarget[],
  target: KindTarget['target'],
  { kind, losesData }: Disruption,
): number {
  for (const word of [...(losesData ? ['data'] : []), kind, 'default']) {
    const found = byKind.findIndex((each) => each.target === target && each.kind === word);
    if (found >= 0) return found;
  }
  return -1;
}

/** Those that an experiment is held against: of every kind of which it fails something. */
export function experimentHeldAgainst(
  model: Pick<Model, 'domains' | 'targets'>,
  { steps }: Pick<Experiment, 'steps'>,
  target: KindTarget['target'],
): number[] {
  const { byKind } = model.targets;
  if (byKind.length === 0) return [];
  const found = steps.map((step) => heldAgainst(byKind, target, disruptionOf(model, step)));
  return [...new Set(found.filter((index) => index >= 0))].sort((a, b) => a - b);
}

/** What one run of an experiment is held against: the strictest of those, or the one figure for all; null: none. */
export function experimentGoals(
  model: Pick<Model, 'domains' | 'targets'>,
  experiment: Pick<Experiment, 'steps'>,
): Pick<Targets, 'rtoSeconds' | 'rpoSeconds'> {
  const { byKind, rtoSeconds, rpoSeconds } = model.targets;
  const strictest = (target: KindTarget['target']) => {
    const goals = experimentHeldAgainst(model, experiment, target).map((index) => byKind[index].goalSeconds);
    return goals.length === 0 ? null : Math.min(...goals);
  };
  return { rtoSeconds: rtoSeconds ?? strictest('rto'), rpoSeconds: rpoSeconds ?? strictest('rpo') };
}

function disruptionOf({ domains }: Pick<Model, 'domains'>, { target, losesData }: Injection): Disruption {
  if (target.kind === 'corrupt') return { kind: 'data', losesData: true };
  if (target.kind === 'link') return { kind: 'link', losesData };
  return { kind: target.kind === 'domain' ? domains[target.domain].kind : 'component', losesData };
}
