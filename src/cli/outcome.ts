import type { AssertionFigures, Loss, Report } from '../analysis/report.ts';
import { figure as shownAs, scaleOf } from '../units/index.ts';
import { FOR_GOOD } from '../analysis/for-good.ts';
import { rangeText } from '../report/figure-range.ts';
import { lossText, riskText } from '../report/loss.ts';
import { noneSeen } from '../report/none-seen.ts';
import {
  type Cell,
  createPaint,
  drawSection,
  MARKDOWN_PAINT,
  markdownSection,
  type Paint,
  plainText,
  type Section,
  type TestCase,
  words,
} from '../report/index.ts';
import type { Handed } from '../handover/handover.ts';
import { EXIT } from './exit.ts';
import { type Loaded, worthSaying } from './load.ts';
import { type Assertion, chancesIn, judge, type Verdict } from '../assertion/assertion.ts';
import type { Measured } from '../assertion/figures.ts';

interface Outcome {
  /** Which of several models was asked; absent: there is one. */
  readonly of?: string;
  readonly assertion: Assertion;
  readonly verdict: Verdict;
  readonly measured: Measured;
  /** What was found, for people. */
  readonly found: string;
  /** Why more years would not decide, as a sentence; null: they would. */
  readonly reason: string | null;
}

/** What stands in a report to hand over besides its figures. */
export function handed(
  { model, diagnostics }: Loaded,
  assertions: readonly Assertion[],
  report: Report,
  quiet: boolean,
): Handed {
  return {
    model: model!,
    findings: worthSaying(diagnostics, quiet),
    outcomes: (paint) => outcomeSections(judgeAll(assertions, report), paint),
  };
}

const MORE_WORLDS =
  'So many worlds tell a share of them no better, and more years none at all: find out more about an input.';

export function judgeAll(assertions: readonly Assertion[], report: Report): Outcome[] {
  return assertions.map((assertion) => {
    const { verdict, measured } = judge(assertion, report);
    const isChance = chancesIn([assertion.text]).length > 0;
    const isOpen = verdict === 'undecided' && measured.interval[1] === FOR_GOOD && measured.value !== FOR_GOOD;
    return {
      assertion,
      verdict,
      measured,
      found: foundText(assertion, measured, report),
      reason: isOpen ? riskText(report) : isChance && verdict === 'undecided' ? MORE_WORLDS : null,
    };
  });
}

/** Of several models, each by the assertions as they are read for it. */
export function judgeEach(
  assertions: readonly (readonly Assertion[])[],
  reports: readonly Report[],
  labels: readonly string[],
): Outcome[][] {
  return reports.map((report, i) => judgeAll(assertions[i], report).map((outcome) => ({ ...outcome, of: labels[i] })));
}

/** As the report has them. */
export function assertionFigures(outcomes: readonly Outcome[]): AssertionFigures[] {
  const finite = (x: Loss | null) => (typeof x === 'number' && !Number.isFinite(x) ? null : x);
  return outcomes.map(({ assertion: { text }, verdict, measured: { value, interval }, reason }) => ({
    text,
    outcome: verdict,
    value: finite(value),
    ci95: [finite(interval[0]), finite(interval[1])],
    ...(reason === null ? {} : { reason }),
  }));
}

/** As test cases of a CI server: what is undecided stops the build as well. */
export function outcomeCases(outcomes: readonly Outcome[]): TestCase[] {
  const results = { holds: 'passed', fails: 'failure', undecided: 'error' } as const;
  return outcomes.map(({ assertion: { text }, verdict, found, reason }) => ({
    group: 'assertions',
    name: text,
    result: results[verdict],
    message: `${verdict}: ${found}${because(reason)}`,
  }));
}

export function exitCode(outcomes: readonly Outcome[]): number {
  if (outcomes.some(({ verdict }) => verdict === 'fails')) return EXIT.assertionFailed;
  return outcomes.some(({ verdict }) => verdict === 'undecided') ? EXIT.undecided : EXIT.ok;
}

/** A section for the end of the table, in its manner. */
export function renderOutcomes(
  outcomes: readonly Outcome[],
  { columns, color }: { columns: number; color: boolean },
): string {
  if (outcomes.length === 0) return '';
  const paint = createPaint(color);
  return `\n${drawSection(section(outcomes, paint), columns, paint).join('\n')}\n`;
}

/** The same for the end of the report as Markdown. */
export function renderOutcomesMarkdown(outcomes: readonly Outcome[]): string {
  return outcomes.length === 0 ? '' : `\n${markdownSection(section(outcomes, MARKDOWN_PAINT)).join('\n\n')}\n`;
}

/** The same for any other kind of report; empty where nothing was asserted. */
function outcomeSections(outcomes: readonly Outcome[], paint: Paint): Section[] {
  return outcomes.length === 0 ? [] : [section(outcomes, paint)];
}

function section(outcomes: readonly Outcome[], paint: Paint): Section {
  const paints = { holds: paint.good, fails: paint.bad, undecided: paint.unsure };
  const isOfSeveral = outcomes.some(({ of }) => of !== undefined);
  const rows = outcomes.map((outcome): Cell[] => [
    ...(isOfSeveral ? [plainText(outcome.of ?? '')] : []),
    plainText(outcome.assertion.text),
    { text: outcome.verdict, paint: paints[outcome.verdict] },
    outcome.found,
  ]);
  const columns = [
    ...(isOfSeveral ? [words('model')] : []),
    ...[words('assertion'), words('verdict'), words('found', { shrinks: true })],
  ];
  const undecided = outcomes.filter(({ verdict }) => verdict === 'undecided');
  const hint = undecided.some(({ reason }) => reason === null) ? ['More years, or --precision, would decide.'] : [];
  const reasons = new Set(undecided.flatMap(({ reason }) => (reason === null ? [] : [reason])));
  return { title: 'Assertions', table: { columns, rows, isPlain: true }, notes: [...hint, ...reasons] };
}

/** For standard error, where the table is not what is printed: only what did not hold. */
export function complaints(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ verdict }) => verdict !== 'holds')
    .map(
      (outcome) =>
        `nines: assertion ${outcome.verdict === 'fails' ? 'fails' : 'is undecided'}` +
        `${outcome.of === undefined ? '' : ` of ${plainText(outcome.of)}`}: ` +
        `${plainText(outcome.assertion.text)}: ${outcome.found}${because(outcome.reason)}\n`,
    )
    .join('');
}

function because(reason: string | null): string {
  return reason === null ? '' : `. ${reason}`;
}

function foundText({ figure: { kind } }: Assertion, measured: Measured, report: Report): string {
  const { value, interval } = measured;
  const { currency } = report.cost;
  if (value === null) return noneSeen(report, interval);
  const shown = lossText(value, interval, (number, known) => shownAs(number, known, scaleOf(kind, currency)));
  const range = rangeText(kind, measured, currency);
  return range === '' ? shown : `${shown} (${range})`;
}
