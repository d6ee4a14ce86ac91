import type { AssertionFigures, Interval, Loss, Report } from '../analysis/report.ts';
import { formatNumber } from '../units/index.ts';
import { duration, money, percent } from '../report/digits.ts';
import { closed, lossText } from '../report/loss.ts';
import { noneSeen } from '../report/none-seen.ts';
import { type Cell, createPaint, drawSection, MARKDOWN_PAINT, markdownSection, type Paint, plainText, type Section, type TestCase, words } from '../report/index.ts';
import { EXIT } from './exit.ts';
import { type Assertion, judge, type Verdict } from '../assertion/assertion.ts';
import type { Kind, Measured } from '../assertion/figures.ts';

export interface Outcome {
  readonly assertion: Assertion;
  readonly verdict: Verdict;
  readonly measured: Measured;
  /** What was found, for people. */
  readonly found: string;
}

export function judgeAll(assertions: readonly Assertion[], report: Report): Outcome[] {
  return assertions.map((assertion) => {
    const { verdict, measured } = judge(assertion, report);
    return { assertion, verdict, measured, found: foundText(assertion, measured, report) };
  });
}

/** As the report has them. */
export function assertionFigures(outcomes: readonly Outcome[]): AssertionFigures[] {
  const finite = (x: Loss | null) => (typeof x === 'number' && !Number.isFinite(x) ? null : x);
  return outcomes.map(({ assertion: { text }, verdict, measured: { value, interval } }) => ({
    text,
    outcome: verdict,
    value: finite(value),
    ci95: [finite(interval[0]), finite(interval[1])],
  }));
}

/** As test cases of a CI server: what is undecided stops the build as well. */
export function outcomeCases(outcomes: readonly Outcome[]): TestCase[] {
  const results = { holds: 'passed', fails: 'failure', undecided: 'error' } as const;
  return outcomes.map(({ assertion: { text }, verdict, found }) => ({ group: 'assertions', name: text, result: results[verdict], message: `${verdict}: ${found}` }));
}

export function exitCode(outcomes: readonly Outcome[]): number {
  if (outcomes.some(({ verdict }) => verdict === 'fails')) return EXIT.assertionFailed;
  return outcomes.some(({ verdict }) => verdict === 'undecided') ? EXIT.undecided : EXIT.ok;
}

/** A section for the end of the table, in its manner. */
export function renderOutcomes(outcomes: readonly Outcome[], { columns, color }: { columns: number; color: boolean }): string {
  if (outcomes.length === 0) return '';
  const paint = createPaint(color);
  return `\n${drawSection(section(outcomes, paint), columns, paint).join('\n')}\n`;
}

/** The same for the end of the report as Markdown. */
export function renderOutcomesMarkdown(outcomes: readonly Outcome[]): string {
  return outcomes.length === 0 ? '' : `\n${markdownSection(section(outcomes, MARKDOWN_PAINT)).join('\n\n')}\n`;
}

/** The same for any other kind of report; empty where nothing was asserted. */
export function outcomeSections(outcomes: readonly Outcome[], paint: Paint): Section[] {
  return outcomes.length === 0 ? [] : [section(outcomes, paint)];
}

function section(outcomes: readonly Outcome[], paint: Paint): Section {
  const paints = { holds: paint.good, fails: paint.bad, undecided: paint.unsure };
  const rows = outcomes.map((outcome): Cell[] => [
    plainText(outcome.assertion.text),
    { text: outcome.verdict, paint: paints[outcome.verdict] },
    outcome.found,
  ]);
  const columns = [words('assertion'), words('verdict'), words('found', { shrinks: true })];
  const hint = outcomes.some(({ verdict }) => verdict === 'undecided') ? ['More years, or --precision, would decide.'] : [];
  return { title: 'Assertions', table: { columns, rows, isPlain: true }, notes: hint };
}

/** For standard error, where the table is not what is printed: only what did not hold. */
export function complaints(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ verdict }) => verdict !== 'holds')
    .map((outcome) => `nines: assertion ${outcome.verdict === 'fails' ? 'fails' : 'is undecided'}: ${plainText(outcome.assertion.text)}: ${outcome.found}\n`)
    .join('');
}

function foundText({ figure }: Assertion, { value, interval }: Measured, report: Report): string {
  if (value === null) return noneSeen(report, interval);
  const [low, high] = interval;
  const known = closed(interval);
  const show = (x: Loss): string => lossText(x, tenth(value, known), (number, shown) => format(number, figure.kind, report.cost.currency, shown));
  const bounds = `${low === null ? 'unknown' : show(low)} to ${high === null ? 'unknown' : show(high)}`;
  return low === high && low !== null ? show(value) : `${show(value)} (${bounds})`;
}

/** A verdict is about the interval's ends: they get a digit more than the interval would support. */
function tenth(value: Loss, known: Interval | null): Interval | null {
  if (known === null || typeof value !== 'number') return null;
  const half = (known[1] - known[0]) / 20;
  return [value - half, value + half];
}

function format(value: number, kind: Kind, currency: string, interval: Interval | null): string {
  if (kind === 'share') return percent(value, interval);
  if (kind === 'time' || kind === 'timePerYear') return duration(value, interval);
  if (kind === 'moneyPerYear') return money(value, interval, currency);
  return formatNumber(value, 3);
}
