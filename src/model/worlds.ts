import { normalQuantile } from '../random/special/normal.ts';
import { createStreams, keyOf, uniform53 } from '../random/stream.ts';
import type { ParsedModel } from './parsed.ts';
import { doubtAt } from './ranges.ts';

/** As many as the share of them that meets a target is told by; more only where there are very many unknown inputs. */
const FEWEST_WORLDS = 200;
const WORLDS_PER_INPUT = 5;
/** Words of a stream's row; steps after which nothing of how two names are alike is left. */
const MIXING_STEPS = 20;

/** What nobody knows, drawn once for each of many worlds. */
export interface Worlds {
  /** The parameters that nobody knows, of whichever model. */
  readonly inputs: readonly string[];
  /** [world][input] standard normal. */
  readonly draws: readonly (readonly number[])[];
}

/** The same draws for every model: an input's follow from its name and the seed. */
export function drawWorlds(models: readonly Pick<ParsedModel, 'doubts'>[], seed: string): Worlds {
  const inputs = [...new Set(models.flatMap(({ doubts }) => Object.keys(doubts)))];
  const count = Math.max(FEWEST_WORLDS, WORLDS_PER_INPUT * (inputs.length + 1));
  return { inputs, draws: drawInputs(inputs, count, seed) };
}

/**
 * So many draws of each input. A Latin hypercube: of each every layer of the same probability is met once (McKay,
 * Beckman & Conover 1979, Technometrics 21:239-245).
 * @returns [draw][input] standard normal
 */
export function drawInputs(inputs: readonly string[], count: number, seed: string): number[][] {
  const columns = inputs.map((name) => layers(`doubt/${name}/${seed}`, count));
  return Array.from({ length: count }, (_, draw) => columns.map((column) => column[draw]));
}

/** Where inputs that nobody knows are held at their medians: which, as a sentence; null: there are none. */
export function heldAtMedians({ doubts }: Pick<ParsedModel, 'doubts'>, varied: readonly string[] = []): string | null {
  const held = Object.keys(doubts).filter((name) => !varied.includes(name));
  return held.length === 0
    ? null
    : `Nobody knows ${held.join(', ')}: held at the median here; 'run', 'compare' and 'sweep' say what that leaves ` +
        'open.';
}

/** What a model's parameters are in a world, in SI units. */
export function settingsIn({ doubts }: Pick<ParsedModel, 'doubts'>, { inputs, draws }: Worlds, world: number) {
  const values = inputs.flatMap((name, i): [string, number][] =>
    Object.hasOwn(doubts, name) ? [[name, doubtAt(doubts[name], draws[world][i])]] : [],
  );
  return Object.fromEntries(values);
}

function layers(name: string, count: number): number[] {
  const stream = createStreams(1);
  keyOf(name, stream, 0);
  for (let step = 0; step < MIXING_STEPS; step++) uniform53(stream, 0);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(uniform53(stream, 0) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order.map((layer) => normalQuantile((layer + uniform53(stream, 0)) / count));
}
