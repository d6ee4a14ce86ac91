import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandLine } from '../../src/cli/command-line.ts';
import { UsageError } from '../../src/cli/exit.ts';

/** Bad values of the options that commands have in common, and what is said to each, by whatever command. */
const BAD: Readonly<Record<string, readonly (readonly [value: string, message: string])[]>> = {
  '--years': [
    ['0', "--years takes a whole number from 1 to 1000000000, not '0'."],
    ['1.5', "--years takes a whole number from 1 to 1000000000, not '1.5'."],
    ['5 USD', "--years takes a whole number such as 10000, not '5 USD'."],
  ],
  '--seed': [['', '--seed takes text or a number, and not nothing.']],
  '--precision': [
    ['5', "--precision takes a share between 0 and 100%, such as 5%, not '5'. Did you mean '5%'?"],
    ['0%', "--precision takes a share between 0 and 100%, such as 5%, not '0%'."],
  ],
  '--max-time': [
    ['-1 s', "--max-time takes a time such as '30 s' or '5 min', not '-1 s'."],
    ['3 GB', "--max-time takes a time such as '30 s' or '5 min', not '3 GB'."],
  ],
  '--workers': [
    ['two', "--workers takes a whole number from 0 to 1024, not 'two'."],
    ['1025', "--workers takes a whole number from 0 to 1024, not '1025'."],
  ],
  '--set': [['web_replicas', "--set 'web_replicas': a parameter is set like 'web_replicas=4' or 'zone_mtbf=2 years'."]],
  '--output': [['/nowhere/at/all', "cannot write '/nowhere/at/all': there is no such file or directory"]],
};
const NO_MODEL = '/there/is/no/model.yaml';

/** What commands need besides to come as far as their common options. */
const BESIDES: Readonly<Record<string, readonly string[]>> = { optimize: ['--vary', 'n=1,2'], attach: ['--on', 'redis://localhost'] };

const commands = commandLine(() => undefined).commands.map((command) => ({
  name: command.name(),
  options: command.options.map(({ long }) => long!),
}));
const cases = commands.flatMap(({ name, options }) =>
  options.flatMap((option) => (BAD[option] ?? []).map(([value, message]) => ({ name, option, value, message }))),
);

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => [(said += String(text))].length > 0);
});
afterEach(() => void vi.restoreAllMocks());

describe('options that commands have in common', () => {
  it('are those of every command that simulates, and are taken by each under the same name', () => {
    const takers = Object.keys(BAD).map((option) => [option, commands.filter(({ options }) => options.includes(option)).map(({ name }) => name)]);
    const studies = ['run', 'compare', 'sweep', 'optimize', 'limit', 'experiment', 'explain'];
    expect(Object.fromEntries(takers)).toEqual({
      '--years': [...studies.filter((name) => name !== 'experiment'), 'plan'],
      '--seed': [...studies, 'backtest', 'plan'],
      '--precision': ['run', 'compare', 'sweep'],
      '--max-time': [...studies, 'plan'],
      '--workers': [...studies, 'work', 'plan', 'verify'],
      '--set': [...studies, 'check', 'backtest', 'plan'],
      '--output': [...studies, 'merge', 'attach', 'check', 'fit', 'backtest', 'import', 'plan', 'arithmetic'],
    });
  });

  it.each(cases)('nines $name refuses $option $value in the words of all others, before it reads a model', async ({ name, option, value, message }) => {
    const finish = vi.fn();
    const args = [name, NO_MODEL, ...(name === 'compare' ? [NO_MODEL] : []), ...(BESIDES[name] ?? []), `${option}=${value}`];
    const ended = commandLine(finish).parseAsync(args, { from: 'user' });
    await expect(ended).rejects.toThrow(UsageError);
    await expect(ended).rejects.toThrow(message);
    expect(finish).not.toHaveBeenCalled();
    expect(said).toBe('');
  });
});
