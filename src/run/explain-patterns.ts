import { alike } from '../analysis/alike.ts';
import type { Lived } from '../analysis/comparison.ts';
import { certainEffect, rankEffects, simulatedEffect } from '../analysis/pattern-effects.ts';
import type { PatternEffect, PatternFigures } from '../analysis/report-explanation.ts';
import { compile } from '../compile/compile.ts';
import { offersFor, type Offer } from '../edit/index.ts';
import { checkModel, type ParseOptions } from '../model/index.ts';
import type { Model } from '../model/model.ts';
import { createPause } from './pause.ts';
import { inputsJob, yearsForAll } from './explain-sensitivity.ts';
import type { Course } from './study.ts';

/** So many have one model as it is to be held against. */
const GROUP = 4;
/** More are not asked about. */
const MOST = 40;
/** First all of them are looked at in this share of their years. */
const ROUGH = 0.1;
const FEWEST_YEARS = 100;

/** Of a job: the patterns that are held against the model as it is, by their place, in how many years. */
interface PatternsRecipe {
  readonly patterns: readonly number[];
  readonly years: number;
}

interface Tried {
  readonly offer: Offer;
  readonly model: Model;
}

export interface PatternsPlan {
  readonly base: Model;
  readonly tried: readonly Tried[];
  readonly leftOut: number;
  readonly roughYears: number;
  readonly years: number;
  readonly seed: string;
}

/**
 * @param years of the model as it is; all patterns together have a few times as many, evenly
 * @returns null: the signal was aborted before it was known what fits
 */
export async function planPatterns(
  text: string,
  reading: ParseOptions,
  base: Model,
  { years, seed, chosen = null }: { readonly years: number; readonly seed: string; readonly chosen?: string | null },
  signal: AbortSignal | undefined,
): Promise<PatternsPlan | null> {
  const all: Tried[] = [];
  const pause = createPause();
  for (const offer of offersFor(text, chosen)) {
    // What is set from outside may be gone with it.
    const { model } = checkModel(offer.text, reading);
    if (model !== null) all.push({ offer, model });
    await pause();
    if (signal?.aborted === true) return null;
  }
  const tried = all.slice(0, MOST);
  const each = yearsForAll(years, tried.length + Math.ceil(tried.length / GROUP));
  const rough = Math.min(each, Math.max(FEWEST_YEARS, Math.floor((each * ROUGH) / 10) * 10));
  return { base, tried, leftOut: all.length - tried.length, roughYears: rough, years: each, seed };
}

/**
 * A few patterns after the other, each in a history that it shares with the model as it is (common random numbers): all
 * of them roughly first, and then the best of these first once more.
 * @param onMerged called after each batch with what there is by then
 */
export async function livePatterns(
  plan: PatternsPlan,
  course: Course<unknown>,
  onMerged: (figures: () => PatternFigures) => void,
): Promise<PatternFigures> {
  const { base, tried, years, leftOut } = plan;
  const { program } = compile(base);
  const effects = new Map<Tried, PatternEffect>();
  const figures = (): PatternFigures => ({
    years,
    asked: tried.length,
    leftOut,
    effects: rankEffects([...effects.values()]),
  });

  for (const had of plan.roughYears < years ? [plan.roughYears, years] : [years]) {
    const order = rankEffects([...effects.values()]);
    const rank = (each: Tried): number => order.findIndex((effect) => effect === effects.get(each));
    const queue = [...tried].sort((a, b) => rank(a) - rank(b));
    for (let from = 0; from < queue.length; from += GROUP) {
      if (course.isOver() || !(await live(queue.slice(from, from + GROUP), had))) return figures();
    }
  }
  return figures();

  /** False: it was ended before their years were over. */
  async function live(group: readonly Tried[], had: number): Promise<boolean> {
    const moving: { readonly each: Tried; readonly model: Model; readonly program: typeof program }[] = [];
    for (const each of group) {
      const own = compile(each.model).program;
      if (alike(each.model.losses, base.losses) && alike(own, program))
        note(each, certainEffect(base, each.model), years);
      else moving.push({ each, model: each.model, program: own });
    }
    if (moving.length === 0) return true;
    const all = [{ model: base, program }, ...moving];
    const recipe: PatternsRecipe = { patterns: moving.map(({ each }) => tried.indexOf(each)), years: had };
    const job = { ...inputsJob(all, had, plan.seed, true), recipe };
    const { results, merged } = await course.drive(job, { onMerged: () => onMerged(figures) });
    if (merged < job.plan.batches) return false;
    const lived = all.map(({ model }, i): Lived => ({ model, tally: results.tallies[i] }));
    // The first pairs are those of the first with every other one.
    moving.forEach(({ each }, i) => note(each, simulatedEffect(lived[0], lived[i + 1], results.pairs, i), had));
    return true;
  }

  function note(each: Tried, effect: ReturnType<typeof simulatedEffect>, had: number): void {
    effects.set(each, effectOf(each.offer, effect, had, had < years));
  }
}

function effectOf(
  { id, title, line, on, says, patch }: Offer,
  effect: ReturnType<typeof simulatedEffect>,
  years: number,
  rough: boolean,
): PatternEffect {
  return { id, title, line, on, says, patch, years, rough, ...effect };
}
