/**
 * What a quantity is a quantity of: the powers of second, byte and the model's currency in it.
 * `200 MB/s` is { time: -1, data: 1, money: 0 }; a plain number has all powers 0.
 */
export interface Dimension {
  readonly time: number;
  readonly data: number;
  readonly money: number;
}

export const PLAIN: Dimension = { time: 0, data: 0, money: 0 };
export const TIME: Dimension = { time: 1, data: 0, money: 0 };
export const DATA: Dimension = { time: 0, data: 1, money: 0 };
export const MONEY: Dimension = { time: 0, data: 0, money: 1 };
/** What running costs: currency per second. */
export const MONEY_RATE: Dimension = { time: -1, data: 0, money: 1 };

/** What a disk or a line takes: bytes per second. */
export const DATA_RATE: Dimension = { time: -1, data: 1, money: 0 };
/** How often something happens by chance: per second. */
export const FREQUENCY: Dimension = { time: -1, data: 0, money: 0 };
/** What sending data costs: currency per byte. */
export const DATA_PRICE: Dimension = { time: 0, data: -1, money: 1 };
/** What keeping data costs: currency per byte and second. */
export const STORAGE_PRICE: Dimension = { time: -1, data: -1, money: 1 };

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.time === b.time && a.data === b.data && a.money === b.money;
}

/** The dimension of a product when `power` is 1, of a quotient when it is −1. */
export function combine(a: Dimension, b: Dimension, power: number): Dimension {
  return {
    time: a.time + power * b.time,
    data: a.data + power * b.data,
    money: a.money + power * b.money,
  };
}

export function raise(a: Dimension, power: number): Dimension {
  // `+ 0` turns −0, which `===` would accept but a deep comparison would not, into 0.
  return { time: a.time * power + 0, data: a.data * power + 0, money: a.money * power + 0 };
}

/** For messages: `a plain number`, `a time`, `money per time`, or the powers where there is no word. */
export function describeDimension(dimension: Dimension): string {
  for (const [known, words] of KNOWN) if (sameDimension(known, dimension)) return words;
  return `a quantity in ${siUnit(dimension, 'money')}`;
}

/** The SI unit of a dimension as the language writes it: `s`, `B/s`, `USD/s`, `` for a plain number. */
export function siUnit(dimension: Dimension, currency: string): string {
  const powers: [string, number][] = [
    ['B', dimension.data],
    [currency, dimension.money],
    ['s', dimension.time],
  ];
  const write = ([unit, power]: [string, number]) => (Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`);
  const above = powers.filter(([, power]) => power > 0).map(write);
  const below = powers.filter(([, power]) => power < 0).map(write);
  if (below.length === 0) return above.join(' * ');
  return [above.length === 0 ? '1' : above.join(' * '), ...below].join('/');
}

const KNOWN: readonly (readonly [Dimension, string])[] = [
  [PLAIN, 'a plain number'],
  [TIME, 'a time'],
  [DATA, 'an amount of data'],
  [MONEY, 'an amount of money'],
  [MONEY_RATE, 'money per time'],
  [DATA_RATE, 'data per time'],
  [{ time: -1, data: 0, money: 0 }, 'a number per time'],
  [DATA_PRICE, 'money per amount of data'],
  [STORAGE_PRICE, 'money per amount of data and time'],
];
