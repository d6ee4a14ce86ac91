import { exp } from '../../random/elementary.ts';
import type { FigureKind } from '../../units/kind.ts';
import type { ConstraintWish } from '../report-optimization.ts';
import { partsOf, responseOf } from './responses.ts';

/** A figure by its name in `--assert`, and what it has to be: SI units, per year where the figure is. */
export interface Constraint {
  readonly figure: string;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  /** As people wrote it. Default: made of the others. */
  readonly text?: string | undefined;
}

/**
 * What can be sought, or constrained. `nines` is read as `availability`: it says the same, and is no mean.
 * @throws RangeError
 */
export function readFigure(name: string): { readonly figure: string; readonly kind: FigureKind } {
  const figure = name === 'nines' ? 'availability' : name;
  const response = responseOf(figure);
  if (response !== null) return { figure, kind: response.kind };
  const [first, rest] = name.split('.');
  if (rest === 'max' && partsOf(`${first}.p99`) !== null) {
    throw new RangeError(
      `${name} is the largest that was seen, and grows with the years simulated: no number of them settles it. ` +
        `Take ${first}.p99.`,
    );
  }
  throw new RangeError(
    `unknown figure '${name}': there are the figures of --assert, such as 'cost.total', 'availability', 'rto.p95'.`,
  );
}

/** @throws RangeError */
export function readConstraint({ figure: name, atLeast, atMost, text }: Constraint): ConstraintWish {
  const { figure, kind } = readFigure(name);
  if ((atLeast === undefined) === (atMost === undefined))
    throw new RangeError(`subjectTo, ${name}: give atLeast or atMost, one of the two.`);
  const operator = atLeast === undefined ? '<=' : '>=';
  const given = (atLeast ?? atMost)!;
  if (!Number.isFinite(given))
    throw new RangeError(`subjectTo, ${name}: the goal must be a finite number, not ${String(given)}.`);
  const goal = name === 'nines' ? 1 - exp(-given * Math.LN10) : given;
  const parts = partsOf(figure);
  return {
    text: text ?? `${name} ${operator} ${given}`,
    figure,
    kind,
    operator,
    goal,
    statistic: parts !== null && parts.p !== null ? 'shareWithin' : 'mean',
  };
}
