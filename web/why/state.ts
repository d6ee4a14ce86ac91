import { batch, computed, signal } from '@preact/signals';
import type { Explanation, SensitivityFigures } from '../../src/analysis/report-explanation.ts';
import { type Followed, followStudy } from '../desk/follow.ts';
import type { StudyNews } from '../desk/types.ts';
import { reading, seed, text, years } from '../state/store.ts';

/*
 * The gap and the tornado: many runs each, asked for and watched. What is known stays while the text changes, marked as
 * of an older one. It outlives the view: going to another tab and back loses nothing.
 */

export type StudyKind = 'gap' | 'tornado';

/** What a study belongs to. */
interface Subject {
  readonly text: string;
  readonly seed: string;
  readonly years: number;
}

interface Study {
  readonly state: 'never' | 'running' | 'done' | 'stopped' | 'failed';
  /** Of what was asked for last. */
  readonly subject: Subject | null;
  /** The last figures, and what they are of. */
  readonly found: Explanation | null;
  readonly foundOf: Subject | null;
  /** Why there are none, for people. */
  readonly problem: string;
  /** What the last finished one took. */
  readonly tookMilliseconds: number;
}

const NEVER: Study = { state: 'never', subject: null, found: null, foundOf: null, problem: '', tookMilliseconds: 0 };

export const studies = { gap: signal<Study>(NEVER), tornado: signal<Study>(NEVER) } as const;
const under: Record<StudyKind, { readonly followed: Followed; readonly number: number } | null> = {
  gap: null,
  tornado: null,
};
let started = 0;

const FACTOR = 2;

const subjectNow = (): Subject => ({ text: text.value, seed: seed.value, years: years.value });
const isSame = (a: Subject | null, b: Subject): boolean =>
  a !== null && a.text === b.text && a.seed === b.seed && a.years === b.years;

/** Its figures are not of the model as it is. */
export const isOld = {
  gap: computed(() => studies.gap.value.found !== null && !isSame(studies.gap.value.foundOf, subjectNow())),
  tornado: computed(() => studies.tornado.value.found !== null && !isSame(studies.tornado.value.foundOf, subjectNow())),
} as const;

/** The tornado's inputs as far as they are known; null: none yet. */
export const sensitivity = computed<SensitivityFigures | null>(() => {
  const figures = studies.tornado.value.found?.sensitivity ?? null;
  return figures === null || (figures.inputs.length === 0 && studies.tornado.value.state === 'running')
    ? null
    : figures;
});

/** Runs it for the model as it is; the one before ends. False: the text has errors, and nothing was asked for. */
export function ask(kind: StudyKind): boolean {
  const subject: Subject = { text: text.peek(), seed: seed.peek(), years: years.peek() };
  const read = reading.peek();
  if (read === null || read.text !== subject.text || read.model === null) return false;
  under[kind]?.followed.drop();
  const number = ++started;
  const begun = performance.now();
  const before = studies[kind].peek();
  studies[kind].value = { ...before, state: 'running', subject, problem: '' };
  const followed = followStudy(kind === 'gap' ? { kind, ...subject } : { kind, ...subject, factor: FACTOR }, (news) => {
    if (under[kind]?.number === number) take(kind, subject, news, begun);
  });
  under[kind] = { followed, number };
  return true;
}

function take(kind: StudyKind, subject: Subject, { report, isOver, problem }: StudyNews, begun: number): void {
  const now = studies[kind].peek();
  const explanation = report?.kind === 'explanation' ? report : null;
  // Rows of the tornado come one by one: the last whole one stays until there are new ones.
  const isTelling =
    explanation !== null && (kind === 'gap' || isOver || (explanation.sensitivity?.inputs.length ?? 0) > 0);
  const found = isTelling ? explanation : now.found;
  const foundOf = isTelling ? subject : now.foundOf;
  if (!isOver) {
    studies[kind].value = { ...now, found, foundOf };
    return;
  }
  const isWhole =
    explanation !== null && !explanation.report.run.partial && (kind === 'gap' || isComplete(explanation.sensitivity));
  batch(() => {
    studies[kind].value = {
      ...now,
      found,
      foundOf,
      problem,
      state: problem !== '' ? 'failed' : isWhole ? 'done' : 'stopped',
      tookMilliseconds: isWhole ? performance.now() - begun : now.tookMilliseconds,
    };
    // The tornado begins with the gap of the same model.
    if (
      kind === 'tornado' &&
      isWhole &&
      !isSame(studies.gap.peek().foundOf, subject) &&
      studies.gap.peek().state !== 'running'
    ) {
      studies.gap.value = {
        ...studies.gap.peek(),
        state: 'done',
        subject,
        found: explanation,
        foundOf: subject,
        problem: '',
      };
    }
  });
}

function isComplete(figures: SensitivityFigures | null): boolean {
  return figures !== null && figures.inputs.length >= figures.asked;
}

/** What is finished counts. */
export function stop(kind: StudyKind): void {
  under[kind]?.followed.stop();
}
