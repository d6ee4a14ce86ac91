import type { ParsedModel } from '../model/index.ts';
import type { Constraint } from '../analysis/optimization/wishes.ts';
import { readFigure } from '../analysis/optimization/wishes.ts';
import { type FigureKind, PLAIN, sameDimension } from '../units/index.ts';
import { UsageError } from './exit.ts';
import { readQuantity } from './quantity.ts';
import { readAssertion } from './read-assertion.ts';

/** `--subject-to`: in the language of `--assert`. @throws UsageError */
export function readSubjectTo(text: string, model: ParsedModel): Constraint {
  const where = `--subject-to '${text}'`;
  const { name, operator, goal, text: written } = readAssertion('--subject-to', text, model);
  demandFigure(name, where);
  // Of an estimate, more than and at least are the same.
  return { figure: name, text: written, ...(operator.startsWith('>') ? { atLeast: goal } : { atMost: goal }) };
}

/** `--minimize` and `--maximize`: a figure's name. @throws UsageError */
export function readObjective(
  option: string,
  name: string,
  model: ParsedModel,
): { readonly figure: string; readonly kind: FigureKind } {
  // The assertion's messages know the nearest name, and the services.
  const { figure, name: found } = readAssertion(option, `${name} >= 0`, model);
  demandFigure(found, `${option} '${name}'`);
  return { figure: found, kind: figure.kind };
}

/**
 * `--indifference`: a share such as `1%`, or an amount of the objective such as `500 USD`.
 * @throws UsageError
 */
export function readIndifference(
  text: string,
  kind: FigureKind,
  model: ParsedModel,
): number | { readonly amount: number } {
  const where = `--indifference '${text}'`;
  const quantity = readQuantity(text, where, model.currency);
  const isPlain = sameDimension(quantity.dimension, PLAIN);
  if (isPlain && quantity.value > 0 && quantity.value < 1) return quantity.value;
  const example = Object.entries(EXAMPLES).find(([, each]) => each === kind)?.[0];
  const amount =
    isPlain || example === undefined ? NaN : readAssertion('--indifference', `${example} >= ${text}`, model).goal;
  if (amount > 0) return { amount };
  throw new UsageError(
    `${where}: a share of the best between 0 and 100%, such as 1%, or an amount of the objective, such as ` +
      `'500 ${model.currency}' of a cost or '10 min' of a time.`,
  );
}

/** A figure of each kind that an amount can be read by. */
const EXAMPLES: Readonly<Record<string, FigureKind>> = {
  'rto.p95': 'time',
  downtime: 'timePerYear',
  'cost.total': 'moneyPerYear',
};

/** `--tolerance`: a share. @throws UsageError */
export function readTolerance(text: string): number {
  const { value, dimension } = readQuantity(text, '--tolerance');
  if (sameDimension(dimension, PLAIN) && value > 0 && value < 1) return value;
  throw new UsageError(`--tolerance takes a share of the goal between 0 and 100%, such as 5%, not '${text}'.`);
}

function demandFigure(name: string, where: string): void {
  try {
    readFigure(name);
  } catch (error) {
    throw new UsageError(`${where}: ${(error as Error).message}`);
  }
}
