import { AT_ONCE, type Distribution } from '../../random/distribution.ts';
import { nearest } from '../../units/index.ts';
import type { Experiment, FailureMode, Injection, Model, Target } from '../model.ts';
import { Targets } from './target.ts';

/** An experiment as somebody asks for it. */
interface ExperimentWish {
  readonly name: string;
  /** What fails, and which services' data is corrupted, as texts. */
  readonly fail?: readonly string[];
  readonly corrupt?: readonly string[];
  /** How long what fails stays failed; null or left out: as its own first failure mode has it. */
  readonly for?: Distribution | null;
  /** From each strike to the next. */
  readonly afterSeconds?: number;
  readonly losesData?: boolean;
}

/** The experiment on a model, with what is unsaid filled in; null where it strikes nothing, or something unknown. */
export function experimentOf(model: Model, wish: ExperimentWish): Experiment | null {
  const targets = new Targets(model, nearest);
  const found = [
    ...(wish.fail ?? []).map((text) => targets.find(text, 'fail')),
    ...(wish.corrupt ?? []).map((text) => targets.find(text, 'corrupt')),
  ];
  const strikes: { target: Target; down: Distribution }[] = [];
  for (const target of found) {
    const down = 'kind' in target ? durationOf(model, target, wish.for ?? null) : null;
    if (!('kind' in target) || down === null) return null;
    strikes.push({ target, down });
  }
  return strikes.length === 0
    ? null
    : { name: wish.name, steps: inSequence(strikes, wish.afterSeconds ?? 0, wish.losesData ?? false) };
}

/** One after the other. What is corrupted is lost in any case. */
export function inSequence(
  strikes: readonly { readonly target: Target; readonly down: Distribution }[],
  afterSeconds: number,
  losesData: boolean,
): Injection[] {
  return strikes.map(({ target, down }, i) => ({
    target,
    delaySeconds: i * afterSeconds,
    down,
    losesData: losesData && target.kind !== 'corrupt',
  }));
}

/** How long a target stays failed: as told, else as its first failure mode has it; null where it has none. */
export function durationOf(model: Model, target: Target, told: Distribution | null): Distribution | null {
  if (target.kind === 'corrupt') return AT_ONCE;
  return told ?? failuresOf(model, target)[0]?.down ?? null;
}

function failuresOf({ domains, components, links, services }: Model, target: Target): readonly FailureMode[] {
  if (target.kind === 'link') return links[target.links[0]].failures;
  if (target.kind === 'domain') return domains[target.domain].failures;
  const { sites, placement, component } = services[target.services[0]];
  // A site fails as its domain does.
  if (sites !== null) return domains[placement[0]]?.failures ?? [];
  return components[component]?.failures ?? [];
}
