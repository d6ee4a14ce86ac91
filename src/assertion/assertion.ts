import { lossInSeconds } from '../analysis/for-good.ts';
import { whyNoWorlds } from '../analysis/claims.ts';
import type { Loss, Report } from '../analysis/report.ts';
import { proportionInterval } from '../statistics/intervals.ts';
import {
  describeDimension,
  type Dimension,
  ExpressionError,
  type FigureKind,
  isPlainZero,
  MONEY,
  MONEY_RATE,
  nearest,
  PLAIN,
  type Quantity,
  readQuantity,
  sameDimension,
  SECONDS_PER_YEAR,
  TIME,
  UNITS,
} from '../units/index.ts';
import { type Asked, NOTHING_ASKED, whyAbsent } from './asked.ts';
import { AssertionError } from './error.ts';
import { type Figure, findFigure, knownFigures, type Measured, nearestFigure } from './figures.ts';

type Operator = '>=' | '<=' | '>' | '<';

/** `--assert 'rto.p95 <= 15 min'`, read. */
export interface Assertion {
  readonly text: string;
  /** The figure's first name, whatever it was called by. */
  readonly name: string;
  readonly figure: Figure;
  readonly operator: Operator;
  /** SI units; per year where the figure is. */
  readonly goal: number;
}

export type Verdict = 'holds' | 'fails' | 'undecided';

const FORM = /^\s*([^\s<>=≤≥]+)\s*(>=|<=|≥|≤|==|=|>|<)\s*(.+?)\s*$/;
const OPERATORS: Readonly<Record<string, Operator>> = {
  '>=': '>=',
  '<=': '<=',
  '≥': '>=',
  '≤': '<=',
  '>': '>',
  '<': '<',
};
/** `availability >= 99.95% with 90%`: in so many of the worlds that differ by what nobody knows. */
const CHANCE = /^(.*\S)\s+with\s+(\S+)\s*$/;
/** `4 h/year`, `2/month`: a period at the end. */
const PERIOD = /^(.+?)\s*\/\s*([A-Za-z]+)$/;

/**
 * @param services names that `services.NAME.availability` may use
 * @param asked what else the model asks, whose figures there are
 * @throws AssertionError saying what is wrong and, where something is near, what would be right
 */
export function parseAssertion(
  text: string,
  currency: string,
  services: readonly string[],
  asked: Asked = NOTHING_ASKED,
): Assertion {
  const [, inner, share] = CHANCE.exec(text) ?? [];
  if (inner !== undefined) {
    const goal = goalOf(share, 'share', currency);
    return chanceOf({ ...parseAssertion(inner, currency, services, asked), text: text.trim() }, goal, asked);
  }
  const [, name, sign, quantity] = FORM.exec(text) ?? [];
  if (name === undefined)
    throw new AssertionError(`an assertion is written like 'availability >= 99.95%' or 'rto.p95 <= 15 min'.`);
  const operator = OPERATORS[sign];
  if (operator === undefined) throw new AssertionError(`an estimate is never exactly equal: write >=, <=, > or <.`);
  const absent = whyAbsent(name, asked);
  if (absent !== null) throw new AssertionError(absent);
  const found = findFigure(name);
  if (found === null || (found.service !== null && !services.includes(found.service))) {
    const suggestion = found === null ? nearestFigure(name) : nearest(found.service ?? '', services);
    const what = found === null ? `unknown figure '${name}'` : `unknown service '${found.service}'`;
    const known = found === null ? knownFigures() : services.join(', ');
    throw new AssertionError(
      `${what}${suggestion === null ? '' : `: did you mean '${suggestion}'?`}\n  There are ${known}.`,
    );
  }
  const goal = goalOf(quantity, found.figure.kind, currency);
  return { text: text.trim(), name: found.name, figure: found.figure, operator, goal };
}

/** That another assertion holds in so many worlds. @throws AssertionError where that is not known of its figure */
function chanceOf(inner: Assertion, goal: number, { hasDoubt }: Asked): Assertion {
  if (!hasDoubt)
    throw new AssertionError(
      "the model knows all its inputs: '… with 90%' is about worlds, as of 'parameters: { zone_mtbf: 1 year to 8 " +
        "years }'.",
    );
  const absent = whyNoWorlds(inner.name);
  if (absent !== null) throw new AssertionError(absent);
  const read = ({ availability, doubt }: Report): Measured => {
    const claim = doubt?.claims?.find(
      (each) => each.figure === inner.name && each.operator === inner.operator && each.goal === inner.goal,
    );
    const values = inner.name === 'availability' ? availability.doubt?.values : undefined;
    const share = claim?.chance ?? (values === undefined ? null : shareOf(values, inner));
    if (share === null || doubt === undefined) return { value: null, interval: [null, null] };
    return { value: share, interval: proportionInterval(share * doubt.worlds, doubt.worlds) };
  };
  return { ...inner, figure: { kind: 'share', read }, operator: '>=', goal };
}

function shareOf(values: readonly number[], { operator, goal }: Assertion): number {
  return values.filter((value) => compare(value, operator, goal)).length / values.length;
}

/** What is asserted with a chance, as `rto.p95 <= 15 min` of `rto.p95 <= 15 min with 90%`. */
export function chancesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => CHANCE.exec(text)?.[1] ?? []);
}

function goalOf(text: string, kind: FigureKind, currency: string): number {
  const perYear = kind === 'timePerYear' || kind === 'moneyPerYear' || kind === 'countPerYear';
  const [, amount, unit] = (perYear ? PERIOD.exec(text) : null) ?? [];
  const period = unit === undefined ? undefined : UNITS.get(unit);
  if (amount !== undefined && period !== undefined && sameDimension(period.dimension, TIME)) {
    const { value } = demand(read(amount, currency), kind);
    return value * (SECONDS_PER_YEAR / period.value);
  }
  const quantity = demand(read(text, currency), kind);
  const { value, dimension } = quantity;
  if (kind === 'share' && (value < 0 || value > 1)) throw new AssertionError(`a share lies between 0 and 100%.`);
  return sameDimension(dimension, MONEY_RATE) ? value * SECONDS_PER_YEAR : value;
}

function read(text: string, currency: string): Quantity {
  try {
    return readQuantity(text, currency);
  } catch (error) {
    if (error instanceof ExpressionError) throw new AssertionError(error.problem.message);
    throw error;
  }
}

const WANTED: Readonly<Record<FigureKind, { readonly dimensions: readonly Dimension[]; readonly example: string }>> = {
  share: { dimensions: [PLAIN], example: '99.95%' },
  number: { dimensions: [PLAIN], example: '3.5' },
  time: { dimensions: [TIME], example: '15 min' },
  timePerYear: { dimensions: [TIME], example: '4 h' },
  moneyPerYear: { dimensions: [MONEY, MONEY_RATE], example: '40000 USD' },
  countPerYear: { dimensions: [PLAIN], example: '2' },
};

function demand(quantity: Quantity, kind: FigureKind): Quantity {
  const { dimensions, example } = WANTED[kind];
  if (isPlainZero(quantity) || dimensions.some((dimension) => sameDimension(dimension, quantity.dimension)))
    return quantity;
  const wanted = describeDimension(dimensions[0]);
  throw new AssertionError(
    `this figure is ${wanted}, as in '${example}', not ${describeDimension(quantity.dimension)}.`,
  );
}

/**
 * Holds if the whole interval is on the right side of the goal, fails if all of it is on the wrong one, and is
 * undecided otherwise: so also where nothing was seen and nothing bounds what might have been. What is for good is
 * beyond any goal.
 */
export function judge({ figure, operator, goal }: Assertion, report: Report): { verdict: Verdict; measured: Measured } {
  const measured = figure.read(report);
  const atMost = operator === '<=' || operator === '<';
  const low = bound(measured.interval[0], -Infinity);
  const high = bound(measured.interval[1], Infinity);
  const holds = (value: number): boolean => compare(value, operator, goal);
  const [worst, best] = atMost ? [high, low] : [low, high];
  return { verdict: holds(worst) ? 'holds' : holds(best) ? 'undecided' : 'fails', measured };
}

function bound(end: Loss | null, unknown: number): number {
  return end === null ? unknown : lossInSeconds(end);
}

function compare(value: number, operator: Operator, goal: number): boolean {
  switch (operator) {
    case '>=':
      return value >= goal;
    case '<=':
      return value <= goal;
    case '>':
      return value > goal;
    case '<':
      return value < goal;
  }
}
