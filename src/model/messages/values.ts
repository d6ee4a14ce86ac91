import { problem, quote } from '../../units/index.ts';
import type { Measure } from '../language/kinds.ts';
import { say, list, a, write, TIME_EXAMPLES } from './say.ts';

const MEASURES: Readonly<Record<Measure, { readonly what: string; readonly examples: readonly string[] }>> = {
  data: { what: 'an amount of data', examples: ['500 GB', '2 TB'] },
  'data rate': { what: 'data per time', examples: ['200 MB/s', '20 GB/day'] },
  'price of data': { what: 'money per amount of data', examples: ['0.02 USD/GB'] },
  'price of storage': { what: 'money per amount of data and time', examples: ['0.023 USD/GB/month'] },
  'chance per time': { what: 'a chance per time', examples: ['2%/month'] },
};

/** What is wrong with a value by itself. */
export const VALUES = {
  needs: (what: string, got: string) => say(`needs ${what}, got ${got}`),
  needsMap: (of: string, got: string, meant: string | null) =>
    write(`needs a map of the keys of ${a(of)}, got ${got}`, meant),
  needsMapNotItems: (of: string) =>
    say(`needs a map of the keys of ${a(of)}, got a list: write its keys without '[ ]' and '-'`),
  promise: (share: string) =>
    write(
      "'sla' says when the system counts as down; what is promised is a target",
      `targets: { availability: ${share} }`,
    ),
  needsNames: (of: string, got: string, meant: string | null) =>
    write(`needs a map from names to what each ${of} is, got ${got}`, meant),
  needsNamesNotItems: (of: string, name: string) =>
    say(
      `needs a map from names to what each ${of} is, got a list: write '${name}: { … }' in place of '- name: ${name}'`,
    ),
  needsWants: (of: string, got: string, meant: string | null) =>
    write(`needs a map from each ${of} to the share of requests that is still answered without it, got ${got}`, meant),
  noShare: (name: string) =>
    say(`'${name}' has no value: it is the share of requests that is still answered without it, as in '${name}: 80%'`),
  needsList: (key: string, of: string, meant: string) => write(`'${key}' takes a list of ${of}s, got a map`, meant),
  needsNotWants: (key: string, meant: string) =>
    say(
      `'${key}' takes a list of services and no shares: what can be done without, and how much is answered ` +
        `then, is '${meant}'`,
      meant,
    ),
  noValue: (key: string) => say(`'${key}' has no value`),
  oneOf: (words: readonly string[], got: string, suggestion: string | null) =>
    problem(`needs one of ${list(words)}, got ${quote(got)}`, suggestion),
  nPlusMode: (words: readonly string[], got: string) =>
    say(
      `needs one of ${list(words)}, got ${quote(got)}: n + 1 is 'active-active' ` +
        "with 'required: n' of 'replicas: n + 1'",
      'active-active',
    ),
  needsFlag: (got: string) =>
    say(
      `needs true or false, got ${got}`,
      /^'?(yes|on|y|always|.*[1-9])'?$/i.test(got)
        ? 'true'
        : /^'?(no|off|n|never|none|.* 0)'?$/i.test(got)
          ? 'false'
          : null,
    ),
  needsTime: (got: string, plain: number | null) =>
    say(`needs ${TIME_EXAMPLES}, got ${got}`, plain === null ? null : `${plain} s`),
  needsRate: (currency: string, got: string, suggestion: string | null) =>
    problem(`needs money per time such as '0.17 ${currency}/h' or '100 ${currency}/month', got ${got}`, suggestion),
  needsMeasure: (measure: Measure, currency: string, got: string, plain: number | null) => {
    const { what, examples } = MEASURES[measure];
    const written = examples.map((example) => example.replace('USD', currency));
    const unit = written[0].slice(written[0].indexOf(' '));
    return problem(
      `needs ${what} such as ${written.map((example) => `'${example}'`).join(' or ')}, got ${got}`,
      plain === null ? null : `${plain}${unit}`,
    );
  },
  needsShare: (got: string) => say(`needs a share such as '99.95%' or 0.9995, got ${got}`),
  notAShare: (got: string, suggestion: string | null) =>
    problem(`a share lies between 0 and 100%, got ${got}`, suggestion),
  notAnOpenShare: (got: string, suggestion: string | null) =>
    problem(`an availability lies strictly between 0 and 100%, got ${got}`, suggestion),
  needsInteger: (min: number, got: string) =>
    say(
      `needs a whole number, ${min} or more, got ${got}${got.includes('%') ? ': it is a count, and not a share' : ''}`,
    ),
  needsYears: (got: string) => say(`needs a whole number of years, 1 or more, such as '10000', got ${got}`),
  negativeTime: (got: string) => say(`a time cannot be negative, got ${got}`),
  negative: (got: string) => say(`cannot be negative, got ${got}`),
  notFinite: (got: string) => say(`${got} is not a finite number`),
  currencyCode: (got: string) =>
    say(
      `a currency is three capitals such as 'USD' or 'EUR', got ${quote(got)}`,
      /^[a-z]{3}$/i.test(got) ? got.toUpperCase() : null,
    ),
};
