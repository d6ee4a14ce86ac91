import { complement, type Expression } from '../units/index.ts';

/**
 * A number, and what it lacks to 1, each with digits of its own: 20 nines are a `down` of 1e-20, of which an `up` in a
 * double keeps nothing.
 */
export interface Share {
  readonly up: number;
  readonly down: number;
}

/**
 * The share that a decimal below 1 is, by its digits; null for any other.
 * @param digits without a sign or an exponent, @param moved places that its point stands too far right: 2 of a
 * percentage
 */
export function decimalShare(digits: string, moved: number): Share | null {
  const [whole, fraction = ''] = digits.split('.');
  const places = fraction.length + moved;
  const [written, one] = [BigInt(`${whole}${fraction}` || '0'), 10n ** BigInt(places)];
  if (written > one) return null;
  return { up: Number(`${written}e-${places}`), down: Number(`${one - written}e-${places}`) };
}

/** The value of plain arithmetic with its complement, so that `1 - (1 - 99.999%)^4` keeps its 20 nines. */
export function shareOf(expression: Expression, lookup: (name: string) => Share): Share {
  const of = (each: Expression) => shareOf(each, lookup);
  switch (expression.kind) {
    case 'number':
      return { up: expression.value, down: complement(expression.value) };
    case 'name':
      return lookup(expression.name);
    case 'negate':
      return negated(of(expression.of));
    case 'binary':
      return BINARY[expression.op](of(expression.left), of(expression.right));
    case 'call':
      return call(expression.name, expression.args.map(of));
  }
}

const BINARY: { readonly [op in '+' | '-' | '*' | '/' | '^']: (a: Share, b: Share) => Share } = {
  '+': (a, b) => ({ up: a.up + b.up, down: a.up < b.up ? b.down - a.up : a.down - b.up }),
  '-': (a, b) => ({ up: areNearOne(a, b) ? b.down - a.down : a.up - b.up, down: a.down + b.up }),
  '*': (a, b) => ({ up: a.up * b.up, down: a.down + a.up * b.down }),
  '/': (a, b) => ({ up: a.up / b.up, down: (areNearOne(a, b) ? a.down - b.down : b.up - a.up) / b.up }),
  '^': (a, { up: power }) => ({
    up: a.up ** power,
    down: a.up > 0.5 && a.up <= 1 ? -Math.expm1(power * Math.log1p(-a.down)) : 1 - a.up ** power,
  }),
};

function areNearOne(a: Share, b: Share): boolean {
  return Math.abs(a.down) < 0.5 && Math.abs(b.down) < 0.5;
}

function negated({ up }: Share): Share {
  return { up: -up, down: 1 + up };
}

function call(name: string, args: readonly Share[]): Share {
  const [a] = args;
  switch (name) {
    case 'min':
      return args.reduce((least, each) => (isLess(each, least) ? each : least));
    case 'max':
      return args.reduce((most, each) => (isLess(most, each) ? each : most));
    case 'abs':
      return a.up < 0 ? negated(a) : a;
    case 'sqrt':
      return { up: Math.sqrt(a.up), down: a.down / (1 + Math.sqrt(a.up)) };
    case 'exp':
      return { up: Math.exp(a.up), down: -Math.expm1(a.up) };
    default: {
      const value = name === 'log' ? Math.log(a.up) : Math[name as 'floor' | 'ceil' | 'round'](a.up);
      return { up: value, down: 1 - value };
    }
  }
}

function isLess(a: Share, b: Share): boolean {
  return a.up === b.up ? a.down > b.down : a.up < b.up;
}
