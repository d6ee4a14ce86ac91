import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/cli/command-line.ts';
import { UsageError } from '../../src/cli/exit.ts';
import { readSettings } from '../../src/cli/input.ts';
import { readMaxTime, readPrecision, readRuns, readSeed, readWorkers, readYears } from '../../src/cli/quantity.ts';

describe('an option', () => {
  it('is read in the words of the language', () => {
    expect(['10000', '1e5', '2 * 500', '10000 years'].map(readYears)).toEqual([10_000, 100_000, 1000, 10_000]);
    expect(['5%', '0.05'].map(readPrecision)).toEqual([0.05, 0.05]);
    expect(['30s', '5 min', '10'].map(readMaxTime)).toEqual([30, 300, 10]);
    expect(['0', '7'].map(readWorkers)).toEqual([0, 7]);
    expect(['10000', '1e5', '2 * 500'].map(readRuns)).toEqual([10_000, 100_000, 1000]);
    expect(readSeed('review-7')).toBe('review-7');
  });

  it.each([
    [() => readYears('0'), '--years takes a whole number'],
    [() => readYears('ten'), "--years: unknown unit or parameter 'ten'"],
    [() => readYears('1.5'), "not '1.5'"],
    [() => readPrecision('5'), "Did you mean '5%'?"],
    [() => readPrecision('0%'), '--precision takes a share'],
    [() => readMaxTime('-1 s'), '--max-time takes a time'],
    [() => readWorkers('two'), '--workers takes a whole number'],
    [() => readRuns('0'), '--runs takes a whole number from 1 to'],
    [() => readRuns('5 years'), "--runs takes a whole number such as 10000, not '5 years'"],
    [() => readSeed(''), '--seed takes text or a number'],
    [() => readSettings(['web_replicas']), "a parameter is set like 'web_replicas=4'"],
  ])('is refused with what it takes (%#)', (read, message) => {
    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
  });
});

describe('--set', () => {
  it('splits at the first equals sign and keeps the expression', () => {
    expect(readSettings(['a=4', 'b = 2 years ', 'c=a>=b'])).toEqual({ a: '4', b: '2 years', c: 'a>=b' });
    expect(Object.hasOwn(readSettings(['__proto__=1']), '__proto__')).toBe(true);
  });
});

describe('--method auto', () => {
  it.each(['compare', 'sweep'])('is refused for %s in one line that says why, since differences need years that are lived side by side', async (command) => {
    const asked = commandLine(() => undefined).parseAsync([command, 'a.yaml', '--method', 'auto'], { from: 'user' });
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(/^'--method auto' is for run: .* side by side\. Leave it out\.$/);
  });
});
