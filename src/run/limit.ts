import type { Limit, LimitReport, ZoneLimit } from '../analysis/report-limit.ts';
import type { RunFigures, SolvedFigures, SweepReport } from '../analysis/report.ts';
import { type ParseOptions, parseModel, type ParsedModel } from '../model/index.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { VERSION } from '../version.ts';
import { onPlatform } from './choose-runner.ts';
import { type Asked, limitQuestions, type Question } from './limit-questions.ts';
import { checkTextArguments, OF_PARSING, type Rules, SHARE, STUDY_RULES, type StudyOptions, YEARS } from './options.ts';
import { currentPlatform } from './platform.ts';
import type { OpenRunner } from './runner.ts';
import { type Course, conduct } from './study.ts';
import { planSweep } from './sweep-plan.ts';
import { type Judge, solveStudy } from './sweep-solve.ts';

export interface LimitOptions extends ParseOptions, StudyOptions<LimitReport> {
  /** Years of each value that is tried; up to 16 times as many where it is close. Default: 2. */
  readonly years?: number | undefined;
  /** Services whose limit is asked for. Default: all that have a `load`. */
  readonly services?: readonly string[] | undefined;
  /** Share of the busiest hours that has to be answered with a zone gone. Default: 0.95. */
  readonly share?: number | undefined;
}

const RULES: Rules<LimitOptions> = {
  file: OF_PARSING,
  set: OF_PARSING,
  ...STUDY_RULES,
  years: YEARS,
  services: {
    what: 'a list of names',
    type: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  },
  share: SHARE,
};
const NOT_THE_TEXT = "text must be the model's text: members and load are varied in it.";
const DEFAULT_YEARS = 2;
const DEFAULT_SHARE = 0.95;

/**
 * The smallest fleet that survives the loss of any one zone at the busiest hour, and the highest load that this fleet
 * survives it at: of each service with a `load`, in solves of models in which one zone is gone for good. What the rest
 * cannot carry is shed, or crashes them, as `overload` says; it counts as survived where the entry is up for the given
 * share of the busiest hours, and for nearly all others, whatever else fails.
 *
 * Rejects as `sweep` does, with a RangeError where no service has a load, and with what stands against a zone being
 * gone. Aborting the signal ends it with what is found, `run.partial` set.
 */
export function limit(text: string, options: LimitOptions = {}): Promise<LimitReport> {
  return limitOn(onPlatform(currentPlatform()), text, options);
}

/** The same, with the runner given. */
export async function limitOn(open: OpenRunner, text: string, options: LimitOptions): Promise<LimitReport> {
  checkTextArguments(text, options, RULES, NOT_THE_TEXT);
  const { file, set = {}, share = DEFAULT_SHARE, years = DEFAULT_YEARS } = options;
  const reading = { ...(file === undefined ? {} : { file }), set };
  const model = parseModel(text, reading);
  const asked = limitQuestions(text, model, reading, options.services ?? [], share);
  return conduct(open, options, () => ({
    events: Infinity,
    batches: Infinity,
    async conduct(course) {
      const found = new Map<Question, SolvedFigures | undefined>();
      const runs: RunFigures[] = [];
      const seed = String(options.seed ?? model.simulation.seed);
      /** The limit lies mostly where it does with another zone gone: there it is looked for first. */
      const solveIn = async (question: Question): Promise<SolvedFigures | null> => {
        for (const vary of [nearBy(question, found), question.vary]) {
          if (vary === null) continue;
          const wishes = { ...reading, set: question.set, vary, years, seed };
          const sweep = await planSweep(question.text, wishes, `availability >= ${question.least}`);
          // What a solve tells of is no report of this study; that there is more of it is.
          const inner: Course<SweepReport> = { ...course, tell: () => course.tell(() => report(true)) };
          const tried = await solveStudy(sweep, judgeOf(question), {}).conduct(inner);
          if (tried !== null) runs.push(tried.run);
          const { solved } = tried ?? {};
          if (solved === undefined) return null;
          if (vary === question.vary || solved.ends[0] !== solved.ends[1]) return solved;
        }
        return null;
      };
      const report = (partial: boolean): LimitReport => ({
        ...{ nines: 1, kind: 'limits', model: identityOf(model), share },
        run: { ...sumOf(runs), seed, seconds: course.seconds(), workers: course.workers, partial, version: VERSION },
        limits: asked.map((each) => limitOf(each, found)),
      });
      for (const question of asked.flatMap(({ questions }) => questions)) {
        const solved = await solveIn(question);
        if (solved === null) return runs.length === 0 ? null : report(true);
        found.set(question, solved);
      }
      return report(false);
    },
  }));
}

const sumOf = (runs: readonly RunFigures[]) => {
  const sum = (pick: (run: RunFigures) => number) => runs.reduce((total, run) => total + pick(run), 0);
  return {
    years: sum(({ years }) => years),
    replications: sum(({ replications }) => replications),
    events: sum(({ events }) => events),
  };
};

/** Between what surely holds and what surely fails with another zone gone; null: those are not known, or not near. */
function nearBy(
  { service, of, parameter }: Question,
  found: ReadonlyMap<Question, SolvedFigures | undefined>,
): Question['vary'] | null {
  const [, known] = [...found].find(([other]) => other.service === service && other.of === of) ?? [];
  if (known === undefined || known.met === null || known.missed === null) return null;
  const [from, to] = [known.met, known.missed].sort((a, b) => a - b);
  return of === 'fleet' && to - from > 1 ? null : { [parameter]: `${from}..${to}:2` };
}

/** A 95% interval has room for so many events of which none was seen: −ln 0.025. */
const UNSEEN = 3.69;

/**
 * A report's own interval has room below for the longest outage that nobody saw, and where members crash nobody knows
 * how long that is; here it is known. Its upper half is what the years vary by, which may be skewed: below twice that.
 */
const judgeOf =
  ({ least, longest }: Question): Judge =>
  ({ availability: { mean, ci95 }, run }, widening) => {
    const half = widening * (ci95[1] - mean);
    const missed = (UNSEEN * longest) / (run.years * SECONDS_PER_YEAR);
    return mean - 2 * half - missed >= least ? 'met' : mean + half < least ? 'missed' : 'undecided';
  };

const identityOf = ({ name, sha256, parameters }: ParsedModel) => ({ name, sha256, parameters });

function limitOf(
  { service, replicas, peak, questions }: Asked,
  found: ReadonlyMap<Question, SolvedFigures | undefined>,
): LimitReport['limits'][number] {
  const at = (zone: string | null, of: Question['of']): Limit | null => {
    const question = questions.find((each) => each.zone === zone && each.of === of)!;
    const solved = found.get(question);
    return solved === undefined ? null : bordersOf(question, solved);
  };
  const zones = [...new Set(questions.map(({ zone }) => zone))].map((zone): ZoneLimit => ({
    zone,
    fleet: at(zone, 'fleet'),
    load: at(zone, 'load'),
  }));
  const worst = (of: Question['of'], pick: (values: number[]) => number): number | null => {
    const values = zones.map((zone) => zone[of]?.holds ?? null);
    return values.includes(null) ? null : pick(values as number[]);
  };
  return {
    ...{ service, replicas, peak, zones },
    fleet: worst('fleet', (values) => Math.max(...values)),
    load: worst('load', (values) => Math.min(...values)),
  };
}

/** More members are better, more load is worse; at both ends alike there is nothing between them. */
function bordersOf({ of, tried, scale }: Question, { ends, met, missed }: SolvedFigures): Limit {
  const [first, last] = of === 'fleet' ? tried : [tried[1], tried[0]];
  if (ends[0] === 'met' && ends[1] === 'met') return { holds: first, fails: null, tried };
  if (ends[0] === 'missed' && ends[1] === 'missed') return { holds: null, fails: last, tried };
  return { holds: met === null ? null : met * scale, fails: missed === null ? null : missed * scale, tried };
}
