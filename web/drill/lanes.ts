import type { ExperimentLife } from '../../src/run/experiment-life.ts';
import { type Band, bandsOf } from '../life/bands.ts';
import { stageCaption } from '../../src/topology/stage-words.ts';
import { type Pace, placeOf } from './pace.ts';

interface Lane {
  readonly name: string;
  readonly bands: readonly Band<string>[];
  readonly kind: 'entry' | 'stage' | 'wait';
}

const MOST_LANES = 6;

/**
 * The entry's downtime first, then the stages of each service that was in any and what was waited for, as they began;
 * and how many are left out.
 */
export function lanesOf(life: ExperimentLife): { readonly lanes: readonly Lane[]; readonly more: number } {
  const { services, stages, waits } = bandsOf(life);
  const { entry } = life.structure;
  const { services: names } = life.names;
  const waited = waits.map((bands, i): Lane => ({
    name: `for ${life.names.waits[i]}`,
    bands: joined(bands.map((band) => ({ ...band, state: 'waiting' }))),
    kind: 'wait',
  }));
  const fares = services[entry].map((band) => ({ ...band, state: band.state === 'degraded' ? 'degraded' : 'down' }));
  const staged = stages
    .map((bands, service): Lane => ({
      name: names[service],
      bands: joined(bands.map((band) => ({ ...band, state: stageCaption(band.state) }))),
      kind: 'stage',
    }))
    .concat(waited)
    .filter(({ bands }) => bands.length > 0)
    .sort((a, b) => a.bands[0].start - b.bands[0].start);
  const kept = staged.slice(0, MOST_LANES - 1);
  return {
    lanes: [{ name: `${names[entry]} ▸`, bands: joined(fares), kind: 'entry' }, ...kept],
    more: staged.length - kept.length,
  };
}

/** What follows at once in the same state is one band. */
function joined(bands: readonly Band<string>[]): Band<string>[] {
  const kept: Band<string>[] = [];
  for (const band of bands) {
    const last = kept.at(-1);
    if (last?.state === band.state && last.end === band.start) kept[kept.length - 1] = { ...last, end: band.end };
    else kept.push(band);
  }
  return kept;
}

/** A band on the screen, pixels. */
export interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly state: string;
  readonly seconds: number;
}

/** Bands where the replay shows them, each at least so wide; what would lie on the one before is left out. */
export function barsOf(bands: readonly Band<string>[], pace: Pace, toX: (at: number) => number, least = 2): Bar[] {
  const bars: Bar[] = [];
  for (const { start, end, state } of bands) {
    const x1 = toX(placeOf(pace, start));
    const x2 = Math.max(x1 + least, toX(placeOf(pace, end)));
    if (bars.length === 0 || x2 > bars[bars.length - 1].x2 + 0.5) bars.push({ x1, x2, state, seconds: end - start });
  }
  return bars;
}
