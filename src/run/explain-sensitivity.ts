import { alike } from '../analysis/alike.ts';
import type { Lived } from '../analysis/comparison.ts';
import { certainEnd, rankInputs, simulatedEnd } from '../analysis/sensitivity/figures.ts';
import type { SensitivityEnd, SensitivityFigures, SensitivityInput } from '../analysis/report-explanation.ts';
import { compile } from '../compile/compile.ts';
import { eventsPerYear } from '../compile/estimate.ts';
import type { Program } from '../compile/program.ts';
import type { Model } from '../model/model.ts';
import { type Change, type ChangedEnd, type NamedEnd, simulatesAlike } from './explain-change.ts';
import { makePlan, rivalOf } from './plan.ts';
import type { Job } from './job.ts';
import type { Course } from './study.ts';

/** All inputs together simulate about so many times the years that the model as it is has been given. */
export const RUNS_FOR_ALL = 5;
/** Each is given as many years as that leaves it, and no fewer than this where the model has them. */
const FEWEST_YEARS = 100;
/** So many inputs have one model as it is to be held against. */
const GROUP = 4;

/** Of a job: the ends that are held against the model as it is, in how many years. */
interface InputsRecipe {
  readonly inputs: NamedEnd[];
  readonly years: number;
}

interface SensitivityPlan {
  readonly factor: number;
  /** Those that nothing is known of beforehand are simulated in this order. */
  readonly changes: readonly Change[];
  readonly years: number;
  readonly seed: string;
}

/** @param years of the model as it is */
export function planSensitivity(
  changes: readonly Change[],
  factor: number,
  years: number,
  seed: string,
): SensitivityPlan {
  const models = 2 * changes.length + Math.ceil(changes.length / GROUP);
  return { factor, changes, years: yearsForAll(years, models), seed };
}

/** What each of so many models may have where all together have `RUNS_FOR_ALL` times the years of one. */
export function yearsForAll(years: number, models: number): number {
  const share = Math.floor((years * RUNS_FOR_ALL) / Math.max(1, models));
  return Math.min(years, Math.max(FEWEST_YEARS, rounded(share)));
}

/** A number of years that replications of several years go into. */
function rounded(years: number): number {
  return years >= 1000 ? years - (years % 100) : years - (years % 10);
}

/**
 * A few inputs after the other, each in a history that its low and high share with the model as it is.
 * @param onMerged called after each batch with what is finished by then
 */
export async function liveSensitivity(
  base: Model,
  { factor, changes, years, seed }: SensitivityPlan,
  course: Course<unknown>,
  onMerged: (figures: () => SensitivityFigures) => void,
): Promise<SensitivityFigures> {
  const { program } = compile(base);
  const inputs: SensitivityInput[] = [];
  /** Two inputs may come to the same: a parameter, and the only mtbf that it stands behind. */
  const known: { readonly model: Model; readonly end: SensitivityEnd }[] = [];
  const figures = (): SensitivityFigures => ({ factor, years, asked: changes.length, inputs: rankInputs(inputs) });

  for (let from = 0; from < changes.length; from += GROUP) {
    if (course.isOver()) break;
    const group = changes.slice(from, from + GROUP);
    const ends = group.flatMap(({ name, kind, low, high }) => [
      { ...low, named: { name, kind, end: 'low' as const } },
      { ...high, named: { name, kind, end: 'high' as const } },
    ]);
    if (!(await live(ends))) break;
    for (const { low, high, ...input } of group) inputs.push({ ...input, low: endOf(low), high: endOf(high) });
  }
  return figures();

  function endOf({ value, model }: ChangedEnd): SensitivityEnd {
    return { ...known.find((each) => simulatesAlike(each.model, model))!.end, value };
  }

  /** Comes to know all of them; false: it was ended before their years were over. */
  async function live(ends: readonly (ChangedEnd & { readonly named: NamedEnd })[]): Promise<boolean> {
    const moving = [{ value: NaN, model: base, program }];
    const recipe: InputsRecipe = { inputs: [], years };
    for (const { value, model, named } of ends) {
      if ([...known, ...moving.slice(1)].some((each) => simulatesAlike(each.model, model))) continue;
      const end = { value, model, program: compile(model).program };
      if (isTheSame(end)) known.push({ model, end: certainEnd(value, base, model) });
      else {
        moving.push(end);
        recipe.inputs.push(named);
      }
    }
    if (moving.length === 1) return true;
    const job = { ...inputsJob(moving, years, seed), recipe };
    const { results, merged } = await course.drive(job, { onMerged: () => onMerged(figures) });
    if (merged < job.plan.batches) return false;
    const lived = moving.map(({ model }, i): Lived => ({ model, tally: results.tallies[i] }));
    // The first pairs are those of the first with every other one.
    for (let i = 1; i < moving.length; i++)
      known.push({
        model: moving[i].model,
        end: simulatedEnd(moving[i].value, lived[0], lived[i], results.pairs, i - 1),
      });
    return true;
  }

  /** Nothing that happens, and no loss from it, is any different. */
  function isTheSame(end: { readonly model: Model; readonly program: Program }): boolean {
    return alike(end.model.losses, base.losses) && alike(end.program, program);
  }
}

/** @param moving the model as it is, then those that are held against it */
export function inputsJob(
  moving: readonly { readonly model: Model; readonly program: Program }[],
  years: number,
  seed: string,
  looksOften?: boolean,
): Job {
  const models = moving.map(({ model }) => model);
  const most = Math.max(...models.map(eventsPerYear)) * models.length;
  const plan = makePlan(models[0], { years, seed, looksOften }, most);
  return { programs: moving.map(({ program }) => program), plan: { ...plan, rivals: models.map(rivalOf) } };
}
