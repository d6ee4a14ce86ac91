import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandOf } from '../../src/handover/command.ts';
import { COIN, SHOP } from '../models.ts';
import { QUESTIONS } from '../parts/studies.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-part-'));
const shop = join(folder, 'shop.yaml');
const coin = join(folder, 'coin.yaml');
writeFileSync(shop, SHOP);
writeFileSync(coin, COIN);
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const { nines, printed, forget } = inProcess();

describe('--part', () => {
  it.each([
    ['3', "--part takes which of how many, such as 3/40, not '3'."],
    ['0/4', "--part takes which of how many, such as 3/40, not '0/4'."],
    ['5/4', "--part takes which of how many, such as 3/40, not '5/4'."],
  ])('takes which of how many, and not %s', async (text, message) => {
    await expect(nines('run', coin, '--part', text, '-o', file('x'))).rejects.toThrow(message);
  });

  it.each<[string, readonly string[], string]>([
    ['a file', [], '--part writes a file: give it with -o part-03.nines.'],
    ['no format', ['-o', file('x'), '--format', 'json'], 'the format is chosen when the parts are merged, with nines merge.'],
    ['no end by the clock', ['-o', file('x'), '--max-time', '5 s'], '--part needs all of its batches: leave out --max-time'],
    ['no precision', ['-o', file('x'), '--precision', '5%'], 'give --years instead'],
  ])('takes %s, and says the way out', async (_, args, message) => {
    await expect(nines('run', coin, '--part', '3/40', ...args)).rejects.toThrow(message);
  });

  it('is refused with --solve, which decides as it goes', async () => {
    const args = ['--vary', 'web_replicas=3..5', '--solve', 'availability >= 99%', '--part', '1/2', '-o', file('x')];
    await expect(nines('sweep', shop, ...args)).rejects.toThrow('--solve decides after each point where it looks next');
  });

  it.each([
    ['optimize', ['--part', '1/2'], '--part divides what is known beforehand, and optimize decides that after each round: --on URL has many machines simulate it.'],
    ['explain', ['--part', '1/2'], '--part divides what is known beforehand, and explain varies what its first years have shown to matter: --on URL has many machines simulate it.'],
  ])('is refused by nines %s, as is --on, in one line', async (command, args, message) => {
    await expect(nines(command, shop, ...args)).rejects.toThrow(message);
  });

  it('judges the assertions of the parts when they are merged, and ends as the run would', async () => {
    for (const part of [1, 2]) await nines('run', coin, '--assert', 'availability >= 99%', '--part', `${part}/2`, '-o', file(`c${part}`));
    expect(await nines('merge', file('c2'), file('c1'), '--format', 'json')).toBe(1);
    expect(JSON.parse(printed())).toMatchObject({ assertions: [{ text: 'availability >= 99%', outcome: 'fails' }] });
  });

  it.each<[string, readonly string[]]>([
    ['compare', [shop, coin, '--years', '20']],
    ['sweep', [shop, '--vary', 'web_replicas=3,4', '--years', '20']],
  ])('of %s is merged into what it prints on one machine, and not into verdicts, which it has none of', async (command, args) => {
    for (const part of [1, 2]) await nines(command, ...args, '--part', `${part}/2`, '-o', file(`${command}${part}`));
    const parts = [file(`${command}1`), file(`${command}2`)];
    await nines('merge', ...parts, '--format', 'csv');
    const merged = printed();
    forget();
    await nines(command, ...args, '--format', 'csv');
    const withoutClock = (csv: string) => csv.replace(/^.*(seconds|workers).*$/gm, '');
    expect(withoutClock(merged)).toBe(withoutClock(printed()));
    await expect(nines('merge', ...parts, '--format', 'junit')).rejects.toThrow('not junit');
  });

  it('names all files that cannot be merged at once', async () => {
    await expect(nines('merge', shop, file('nowhere'))).rejects.toThrow(/is no part.*\ncannot read the part .*nowhere/);
  });
});

describe('a question as a command', () => {
  it('is what a shell takes, whatever is in it', () => {
    const question = { ...QUESTIONS['a sweep'], set: { 'web mtbf': "it's" }, wishes: { years: 100, seed: 'a b', vary: { web_replicas: '2,3' } } };
    expect(commandOf(question, ['availability >= 99%'], ['--part', '1/2'])).toBe(
      "nines sweep shop.yaml --years 100 --seed 'a b' --vary web_replicas=2,3 --set 'web mtbf=it'\\''s' --assert 'availability >= 99%' --part 1/2",
    );
  });
});
