import type { Question } from '../run/question.ts';

type Wish = (value: unknown) => readonly string[];

const option =
  (flag: string): Wish =>
  (value) => [flag, String(value)];

/** How each wish of a question is written as an option; one that is an argument stands at its place of its own. */
const WISHES: Readonly<Record<string, Wish>> = {
  years: option('--years'),
  seed: option('--seed'),
  precision: option('--precision'),
  runs: option('--runs'),
  method: (value) => (value === 'plain' ? [] : ['--method', String(value)]),
  experiments: (value) => (value === true ? ['--experiments'] : []),
  // What has no values of its own is varied over those that the model names.
  vary: (value) =>
    Object.entries(value as object).flatMap(([name, values]) => [
      '--vary',
      values === null ? name : `${name}=${values}`,
    ]),
};

/**
 * The command that asks a question, ready for a shell.
 * @param besides further words
 */
export function commandOf(question: Question, assertions: readonly string[], besides: readonly string[]): string {
  const { kind, models, set, wishes } = question;
  const { names = [] } = wishes as { names?: readonly string[] };
  const given = Object.entries(wishes).filter(([name, value]) => value !== undefined && name in WISHES);
  const words = [
    ...['nines', kind, ...models.map(({ file }) => (file === '<stdin>' ? '-' : file)), ...names],
    ...given.flatMap(([name, value]) => WISHES[name](value)),
    ...pairs(set).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ...assertions.flatMap((text) => ['--assert', text]),
    ...besides,
  ];
  return words.map(shellWord).join(' ');
}

function pairs(value: unknown): [string, string][] {
  return Object.entries(value as object).map(([name, each]) => [name, String(each)]);
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
