import type { PatternFigures } from '../analysis/report-explanation.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import { parseModel } from '../model/index.ts';
import { livePatterns, planPatterns } from './explain-patterns.ts';
import { RUNS_FOR_ALL } from './explain-sensitivity.ts';
import { makePlan } from './plan.ts';
import type { StudyOptions } from './options.ts';
import type { OpenRunner } from './runner.ts';
import { conduct } from './study.ts';

/** What the patterns that fit a model would do to it: what `explain` has as `patterns`, by itself. */
export interface PatternReport {
  readonly nines: 1;
  readonly kind: 'patterns';
  readonly currency: string;
  readonly patterns: PatternFigures;
}

interface PatternOptions extends StudyOptions<PatternReport> {
  readonly years?: number | undefined;
  /** Those of one service alone; left out or null: all of them, and those of the whole. */
  readonly chosen?: string | null;
}

/** Rough effects of all of them first, then each with its years, told as they come. Rejects as `explain` does. */
export function patternsOn(open: OpenRunner, text: string, options: PatternOptions): Promise<PatternReport> {
  return conduct(open, options, () => {
    const model = parseModel(text);
    const { currency } = model;
    const { years, seed } = makePlan(model, options, eventsPerYear(model));
    return {
      events: eventsPerYear(model) * years * RUNS_FOR_ALL,
      batches: Infinity,
      async conduct(course) {
        const report = (patterns: PatternFigures): PatternReport => ({
          nines: 1,
          kind: 'patterns',
          currency,
          patterns,
        });
        const plan = await planPatterns(
          text,
          {},
          model,
          { years, seed, chosen: options.chosen ?? null },
          course.signal,
        );
        if (plan === null) return null;
        return report(await livePatterns(plan, course, (figures) => course.tell(() => report(figures()))));
      },
    };
  });
}
