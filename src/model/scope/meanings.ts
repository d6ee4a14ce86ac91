import {
  describeDimension,
  type Dimension,
  isPlainZero,
  type Quantity,
  sameDimension,
  writeQuantity,
} from '../../units/index.ts';
import { messages } from '../messages/index.ts';
import type { ParameterMeaning } from '../parsed.ts';
import type { Report } from '../report.ts';
import type { MapSource, Source } from '../tree.ts';
import type { Value } from './scope.ts';

/** What reading a meaning needs. */
interface Reading {
  readonly currency: string;
  readonly report: Report;
  /** A value in the parameters' scope; null where it is wrong, which has been reported. */
  readonly evaluate: (source: Source) => Value | null;
  /** Whether the value stands as it is written: what is set from outside may lie beyond `from` and `to`. */
  readonly isAsWritten: boolean;
}

/**
 * What `{ value, from, to, is }` says of a parameter beside its value. Keys that are unknown or missing, and words of
 * `is`, are checked where the document is read.
 */
export function readMeaning(name: string, map: MapSource, value: Value, reading: Reading): ParameterMeaning {
  const { currency, report, isAsWritten } = reading;
  const from = readBound(name, 'from', map, value, reading);
  const to = readBound(name, 'to', map, value, reading);
  const at = (key: string) => entryOf(map, key)!.value.at;
  const written = (quantity: number) =>
    value.kind === 'quantity' ? writeQuantity({ value: quantity, dimension: value.quantity.dimension }, currency) : '';
  if (from !== null && to !== null && from.value >= to.value)
    report.error(at('from'), messages.parameterRange(written(from.value), written(to.value)));
  else if (isAsWritten && value.kind === 'quantity') {
    const here = value.quantity.value;
    if (from !== null && here < from.value)
      report.error(at('from'), messages.parameterBelow(written(here), written(from.value)));
    if (to !== null && here > to.value)
      report.error(at('to'), messages.parameterAbove(written(here), written(to.value)));
  }
  const is = entryOf(map, 'is')?.value;
  const word = is?.type === 'scalar' ? is.value : null;
  return {
    is: word === 'decision' || word === 'assumption' ? word : null,
    from: from?.value ?? null,
    to: to?.value ?? null,
  };
}

function readBound(
  name: string,
  key: 'from' | 'to',
  map: MapSource,
  value: Value,
  { report, evaluate, currency }: Reading,
): Quantity | null {
  const source = entryOf(map, key)?.value;
  if (source === undefined) return null;
  const bound = evaluate(source);
  if (bound === null) return null;
  if (value.kind === 'distribution') report.error(source.at, messages.parameterBoundOfDistribution(name, key));
  else if (bound.kind === 'distribution') report.error(source.at, messages.parameterBoundIsDistribution(name, key));
  else if (
    // A plain 0 is nothing of anything.
    isPlainZero(bound.quantity) ||
    sameDimension(bound.quantity.dimension, value.quantity.dimension)
  )
    return bound.quantity;
  else {
    const { dimension } = value.quantity;
    const got = writeQuantity(bound.quantity, currency);
    report.error(source.at, messages.parameterBound(name, key, described(dimension, value.quantity, currency), got));
  }
  return null;
}

function described(dimension: Dimension, quantity: Quantity, currency: string): string {
  return `${describeDimension(dimension)} (${writeQuantity(quantity, currency)})`;
}

function entryOf({ entries }: MapSource, key: string) {
  return entries.find((each) => each.key === key);
}
