import { writtenParameters } from '../analysis/sensitivity/written.ts';
import { compile } from '../compile/compile.ts';
import { isRecord } from '../model/arguments.ts';
import type { ParsedModel, ParseOptions } from '../model/index.ts';
import type { Model } from '../model/model.ts';
import type { NamedEnd } from './explain-change.ts';
import type { DoubtPlan, WorldRecipe } from './doubt.ts';
import { findChange } from './explain-inputs.ts';
import { type PatternsPlan, planPatterns } from './explain-patterns.ts';
import { inputsJob } from './explain-sensitivity.ts';
import type { Job } from './job.ts';
import type { Plan } from './plan.ts';
import type { Remake } from './study.ts';

interface Explained {
  readonly text: string;
  readonly reading: ParseOptions;
  readonly model: ParsedModel;
  readonly factor: number;
}

/** More are never held against one model (`GROUP` in the files that do). */
const MOST_AT_ONCE = 8;

/** The jobs of an explanation, again: of the gap, of worlds, of some inputs' ends, of some patterns. */
export function explanationRemake(
  explained: Explained,
  gap: { readonly job: Job; readonly plan: Plan },
  doubt: DoubtPlan | null,
): Remake {
  const { text, reading, model, factor } = explained;
  const { seed, years: most } = gap.plan;
  let written: ReturnType<typeof writtenParameters> | null = null;
  let patterns: Promise<PatternsPlan | null> | null = null;
  const patternAt = async (i: unknown) => {
    patterns ??= planPatterns(text, reading, model, { years: most, seed }, undefined);
    return (await patterns)?.tried[i as number]?.model;
  };
  const endOf = async (named: unknown) => {
    const { end } = (isRecord(named) ? named : {}) as Partial<NamedEnd>;
    if (end !== 'low' && end !== 'high') return undefined;
    written ??= writtenParameters(text, reading);
    const sources = { text, options: reading, written, onNotice: undefined };
    return findChange(model, named as unknown as NamedEnd, factor, sources)?.[end].model;
  };
  return {
    isEach: false,
    async job(recipe) {
      if (recipe === 'gap') return gap.job;
      const { world } = (isRecord(recipe) ? recipe : {}) as Partial<WorldRecipe>;
      if (world !== undefined) {
        if (doubt?.draws.draws[world] === undefined) throw new RangeError(NONE);
        return doubt.at(world).job;
      }
      const { inputs, patterns: places, years } = isRecord(recipe) ? recipe : {};
      const isYears = Number.isInteger(years) && (years as number) >= 1 && (years as number) <= most;
      const asked: unknown = inputs ?? places;
      if (!Array.isArray(asked) || asked.length > MOST_AT_ONCE || !isYears) throw new RangeError(NONE);
      const models = await Promise.all(asked.map(inputs === undefined ? patternAt : endOf));
      if (models.includes(undefined)) throw new RangeError(NONE);
      const moving = [model, ...(models as Model[])].map((each) => ({ model: each, program: compile(each).program }));
      return inputsJob(moving, years as number, seed, inputs === undefined ? true : undefined);
    },
  };
}

const NONE = 'This is nothing that this explanation simulates.';
