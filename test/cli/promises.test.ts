import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComparisonReport, Report, SweepReport } from '../../src/analysis/report.ts';
import { renderSweep, renderSweepCsv } from '../../src/report/index.ts';
import { figureText } from '../../src/report/figure-text.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-promises-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { nines, printed } = inProcess();

const text = (mtbf: string) => `nines: 1
name: every ${mtbf}
parameters: { mttr: 30 min }
domains: { r: { kind: region, failures: { outage: { mtbf: 90 days, mttr: constant(2 h) } } } }
components: { c: { failures: { crash: { mtbf: ${mtbf}, mttr: mttr } } } }
services: { web: { component: c, in: r } }
sla: { promise: 99.9%, window: month, fee: 1000 USD/month, credits: { 99.9%: 10%, 99%: 30% } }
targets: { rto: { component: 4 h, region: 1 h, data: 1 h } }
simulation: { years: 100, seed: promises, mission: 200 h }
`;
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const often = file('often.yaml', text('20 days'));
const seldom = file('seldom.yaml', text('90 days'));
/** Of the model that fails often, asked for once. */
let alone: Promise<Report>;
beforeAll(async () => {
  const target = join(folder, 'often.json');
  expect(await nines('run', often, '--workers', '0', '--format', 'json', '-o', target, ...ASKED.flatMap(([asked]) => ['--assert', asked]))).toBe(1);
  alone = Promise.resolve(JSON.parse(readFileSync(target, 'utf8')) as Report);
});
const json = <R>(): R => JSON.parse(printed()) as R;

/** What each says of a model in which the region is lost four times a year for 2 h: as exit codes, and what was found. */
const ASKED = [
  ['windows.broken <= 75%', 0],
  ['windows.broken <= 1%', 1],
  ['credits <= 3000 USD', 0],
  ['mission.reliability >= 20%', 0],
  ['mission.reliability >= 99%', 1],
  ['rto.region.p95 <= 1 h', 1],
  ['rto.component.p95 <= 4 h', 0],
  // None of that kind was ever seen.
  ['rto.data.p95 <= 1 h', 2],
] as const;

describe('--assert of windows, credits, missions and targets by kind', () => {
  test('holds, fails or stays undecided in a run by its exit code', async () => {
    const { assertions, mission, windows } = await alone;
    expect(assertions!.map(({ text: asked, outcome }) => [asked, { holds: 0, fails: 1, undecided: 2 }[outcome]])).toEqual(ASKED.map((each) => [...each]));
    expect(assertions!.map(({ value }) => value)).toEqual(expect.arrayContaining([windows!.broken.mean, windows!.creditsPerYear.mean, mission!.reliability.mean, 7200]));
  });

  test('is held against each model of a comparison, and fails it where one fails', async () => {
    const asked = ['mission.reliability >= 75%', 'windows.broken <= 90%'].flatMap((text) => ['--assert', text]);
    expect(await nines('compare', often, seldom, '--workers', '0', '--format', 'markdown', '-o', join(folder, 'compared.md'), ...asked)).toBe(1);
    const markdown = readFileSync(join(folder, 'compared.md'), 'utf8');
    expect(markdown.match(/^\| every .*(holds|fails).*$/gm)!.map((line) => line.replace(/[*\\]/g, '').split('|').slice(1, 4).map((cell) => cell.trim()))).toEqual([
      ['every 20 days', 'mission.reliability >= 75%', 'fails'],
      ['every 20 days', 'windows.broken <= 90%', 'holds'],
      ['every 90 days', 'mission.reliability >= 75%', 'holds'],
      ['every 90 days', 'windows.broken <= 90%', 'holds'],
    ]);
    // A mission is the same as alone, and stands beside what is promised.
    expect(markdown).toMatch(/\| model \| windows broken \| credits a year \| reliability of the mission \| mean time to the first incident \|/);
    expect(markdown).toContain(figureText('mission.reliability', await alone));
    await expect(nines('compare', often, seldom, '--assert', 'rto.zone.p95 <= 1 h')).rejects.toThrow(/no target for that/);
  });

  test('is held against the models of a comparison that was made in parts', async () => {
    const parts = [1, 2].map((part) => join(folder, `c${part}.nines`));
    for (const [i, part] of parts.entries())
      await nines('compare', often, seldom, '--workers', '0', '--years', '40', '--part', `${i + 1}/2`, '-o', part, '--assert', 'mission.reliability >= 75%');
    expect(await nines('merge', ...parts, '--format', 'json')).toBe(1);
    const { models } = json<ComparisonReport>();
    expect(models.map(({ assertions }) => assertions!.map(({ outcome }) => outcome))).toEqual([['fails'], ['holds']]);
    expect(models[0].mission).toEqual((await alone).mission);
  });
});

test('a mission is the same at a point of a sweep and alone, whatever repairs take', async () => {
  await nines('sweep', often, '--vary', 'mttr=30 min,2 h', '--workers', '0', '--format', 'json');
  const { points, ...rest } = json<SweepReport>();
  expect(points[0].report.mission).toEqual((await alone).mission);
  expect(points[1].report.mission!.reliability).toEqual((await alone).mission!.reliability);
  const sweep = { ...rest, points };
  expect(renderSweepCsv(sweep).split(/\r?\n/)[0]).toMatch(/windows\.broken,.*mission\.reliability,/);
  expect(renderSweep(sweep, { columns: 200 })).toContain(figureText('mission.reliability', await alone));
});
