import type { Distribution } from '../../random/distribution.ts';
import { mean } from '../../random/moments.ts';
import { distributionFault } from '../../random/parameters.ts';
import {
  ExpressionError,
  isPlainZero,
  PLAIN,
  sameDimension,
  TIME,
  type Problem,
  type Quantity,
} from '../../units/index.ts';
import { SIGNATURES } from '../language/distributions.ts';
import { describeQuantity, messages } from '../messages/index.ts';

/** Outside this range a shape says nothing that anybody measures, and moments overflow. */
const SHAPE = { min: 0.05, max: 1000 } as const;

/** Arguments that have to be above 0. */
const POSITIVE: ReadonlySet<string> = new Set(['lognormal.median', 'lognormal.p95', 'weibull.mean', 'gamma.mean']);

/** A bare time where a distribution may stand. */
export function bareTime(seconds: number, bare: 'exponential' | 'constant'): Distribution {
  return bare === 'exponential' && seconds > 0
    ? { kind: 'exponential', mean: seconds }
    : { kind: 'constant', value: seconds };
}

/** The distribution called `name` with these arguments; throws an `ExpressionError` where they do not fit. */
export function buildDistribution(name: string, args: readonly Quantity[]): Distribution {
  const signature = SIGNATURES.get(name);
  if (signature === undefined) throw new Error(`no distribution ${name}`);
  const anyNumber = signature.args.length === 0;
  if (anyNumber ? args.length === 0 : args.length !== signature.args.length) {
    throw new ExpressionError(messages.argumentCount(name, signature.written, args.length));
  }
  const values = args.map((quantity, i) => argument(name, anyNumber ? 'times' : signature.args[i], quantity));
  for (let i = 1; i < values.length && !anyNumber && signature.args[0] !== 'shape'; i++) {
    if (values[i] < values[i - 1]) fail(messages.argumentOrder(name, signature.args[i - 1], signature.args[i]));
  }
  const distribution = signature.build(values);
  const fault = distributionFault(distribution);
  if (fault !== null) fail(messages.distributionFault(name, fault));
  if (!Number.isFinite(mean(distribution))) fail(messages.meanNotFinite(name));
  return distribution;
}

function argument(name: string, called: string, { value, dimension }: Quantity): number {
  if (called === 'shape') {
    if (!sameDimension(dimension, PLAIN))
      fail(messages.argumentPlain(name, called, describeQuantity(value, dimension)));
    if (!(value >= SHAPE.min && value <= SHAPE.max)) fail(messages.shapeRange(name, SHAPE.min, SHAPE.max));
    return value;
  }
  if (!sameDimension(dimension, TIME) && !isPlainZero({ value, dimension })) {
    fail(messages.argumentTime(name, called, describeQuantity(value, dimension)));
  }
  if (value < 0) fail(messages.argumentNegative(name, called));
  if (value === 0 && POSITIVE.has(`${name}.${called}`)) fail(messages.argumentPositive(name, called));
  return value;
}

function fail(problem: Problem): never {
  throw new ExpressionError(problem);
}
