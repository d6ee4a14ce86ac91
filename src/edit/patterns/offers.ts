import { applyActs } from '../apply.ts';
import type { Act, Patch } from '../act.ts';
import { OF_CAPACITY, OF_LINKS } from './capacity.ts';
import { OF_DATA } from './data.ts';
import { OF_MEMBERS } from './members.ts';
import { OF_PARTS, OF_PEOPLE } from './people.ts';
import { OF_PROVIDERS } from './providers.ts';
import { OF_REGIONS, OF_SITES } from './regions.ts';
import { sketchOf } from './sketch.ts';
import { OF_WAITING } from './waiting.ts';

/** A pattern as it fits a model: a change that is ready to be made. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  /** What it is, in a line. */
  readonly line: string;
  /** The service that it is about; null: the whole. */
  readonly on: string | null;
  readonly acts: readonly Act[];
  /** The model's text with it, and what that changes. */
  readonly text: string;
  readonly patch: readonly Patch[];
  /** What it does, act by act. */
  readonly says: string;
}

/** Every pattern, in the order in which they are offered before anything is known of their effects. */
export const CATALOGUE = {
  service: [...OF_MEMBERS, ...OF_PROVIDERS, ...OF_CAPACITY, ...OF_WAITING, ...OF_PARTS, ...OF_DATA, ...OF_SITES],
  whole: [...OF_REGIONS, ...OF_LINKS, ...OF_PEOPLE],
} as const;

/**
 * The patterns that fit a sound model, each with the text that it would be with it; for one service, or for all of
 * them and the whole. What would bring an error is left out, as is what would change nothing. One by one, since each
 * reads the model anew.
 * @throws ModelError where the model has errors
 */
export function* offersFor(text: string, chosen: string | null = null): Generator<Offer> {
  const sketch = sketchOf(text);
  for (const { title, line, id, fitsWhole, actsWhole } of CATALOGUE.whole)
    if (chosen === null && fitsWhole(sketch)) yield* offer(text, { id, title, line, on: null }, actsWhole(sketch));
  for (const { title, line, id, fits, acts } of CATALOGUE.service)
    for (const on of sketch.services)
      if ((chosen === null || chosen === on.name) && fits(sketch, on))
        yield* offer(text, { id, title, line, on: on.name }, acts(sketch, on));
}

function* offer(
  text: string,
  about: Pick<Offer, 'id' | 'title' | 'line' | 'on'>,
  acts: readonly Act[],
): Generator<Offer> {
  const outcome = applyActs(text, acts);
  if ('refused' in outcome || outcome.text === text) return;
  yield { ...about, acts, ...outcome };
}
