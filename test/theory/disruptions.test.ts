import { describe, expect, test } from 'vitest';
import type { Report, TargetFigures } from '../../src/analysis/report.ts';
import { withTried } from '../../src/analysis/targets.ts';
import { NOTHING_ASKED } from '../../src/assertion/asked.ts';
import { judge, parseAssertion } from '../../src/assertion/assertion.ts';
import { conduct, expectQuantile, live } from './harness.ts';

/*
 * One member in a zone in a region, all of whose failures are so rare that next to no incident holds two of them: the
 * incidents that a failure begins are as long as its repair. What overlaps is a share of rate × length, below 1/3000,
 * a tenth of the errors here.
 */
const MODEL = `domains:
  r: { kind: region, failures: { outage: { mtbf: 4 years, mttr: 2 h } }, domains: { z: { kind: zone, failures: { outage: { mtbf: 1 year, mttr: 20 min } } } } }
components:
  db: { failures: { crash: { mtbf: 60 days, mttr: 5 min }, disk: { mtbf: 2 years, mttr: 1 h, data: lost } } }
shocks: { deploy: { mtbf: 3 years, mttr: constant(10 min), hits: [db] } }
services: { db: { component: db, in: z } }
experiments: { lose-region: { fail: r, for: 3 h }, lose-zone: { fail: z, for: 5 min }, lose-rack: { fail: z, for: 5 min, data: lost }, both: { fail: [z, 'db[0]'], for: 20 min } }
`;
const ofKind = ({ targets }: Report, kind: string, target = 'rto') => targets.find((each) => each.kind === kind && each.target === target)!;
const exponential = (mean: number) => (x: number) => 1 - Math.exp(-x / mean);
/** How far a share of so many may be off. */
const slack = (p: number, count: number) => 3.5 * Math.sqrt((p * (1 - p)) / count);

describe('an RTO by kind of disruption', () => {
  const report = live(`${MODEL}targets: { rto: { component: 20 min, zone: 2 h, region: 1 h, data: 4 h, default: 15 min } }`, { replications: 2000, years: 10 });

  test.each([
    ['component', 5 * 60],
    ['zone', 20 * 60],
    ['region', 2 * 3600],
    ['data', 3600],
  ])('of a %s is held against the incidents that one of it began, whose length is that of its repairs', (kind, mean) => {
    const { value, count } = ofKind(report, kind);
    expectQuantile(value as number, count!, 0.95, exponential(mean));
  });

  test('has each incident held against one kind only, and those of none named against the default', () => {
    const counted = report.targets.reduce((sum, { count = 0 }) => sum + count, 0);
    expect(counted).toBe(report.recoveryTime.count);
    expect(ofKind(report, 'default')).toMatchObject({ value: 600, verdict: 'met' });
  });

  test('is met by the many small incidents and missed by the loss of the region, and says both', () => {
    expect(report.targets.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['component', 'met'],
      ['zone', 'met'],
      ['region', 'missed'],
      ['data', 'met'],
      ['default', 'met'],
    ]);
  });

  test('is kept in the years without a longer incident: exp(−rate × P(longer))', () => {
    const years = report.run.years;
    for (const [kind, perYear, longer] of [
      ['region', 1 / 4, Math.exp(-1 / 2)],
      ['zone', 1, Math.exp(-6)],
    ] as const) {
      const exact = Math.exp(-perYear * longer);
      expect(Math.abs(ofKind(report, kind).yearsMet! - exact), kind).toBeLessThan(slack(exact, years));
    }
  });

  test('can be asserted, one kind by itself', () => {
    const asked = { ...NOTHING_ASKED, kinds: ['rto.region', 'rto.zone'] };
    const verdict = (text: string) => judge(parseAssertion(text, 'USD', [], asked), report).verdict;
    expect(verdict('rto.region.p95 <= 1 h')).toBe('fails');
    expect(verdict('rto.zone.p95 <= 2 h')).toBe('holds');
    expect(() => parseAssertion('rto.rack.p95 <= 1 h', 'USD', [], asked)).toThrow(/no target for that.*rto: \{ rack: 1 h \}[\s\S]*rto\.region\.p95/);
  });

  test('lets a failure that destroys data count with its own kind where data has no figure', () => {
    const { targets, recoveryTime } = live(`${MODEL}targets: { rto: { component: 20 min, default: 1 h }, rpo: { data: 1 h } }`, { replications: 200, years: 10 });
    expect(targets.map(({ target, kind }) => `${target} ${kind}`)).toEqual(['rto component', 'rto default', 'rpo data']);
    expect(targets[0].count! + targets[1].count!).toBe(recoveryTime.count);
    // Crashes 365.25/60 a year, disks 1/2, of all with 1 + 1/4 + 1/3 others.
    const share = (365.25 / 60 + 0.5) / (365.25 / 60 + 0.5 + 1 + 1 / 4 + 1 / 3);
    expect(Math.abs(targets[0].count! / recoveryTime.count - share)).toBeLessThan(slack(share, recoveryTime.count));
  });
});

describe('a kind of disruption that the years do not bring', () => {
  const targets = 'targets: { rto: { region: 1 h, zone: 10 min, data: 4 h }, rpo: { region: 1 min } }';
  const text = `domains: { r: { kind: region, domains: { z: { kind: zone } } } }
components: { db: { failures: { crash: { mtbf: 60 days, mttr: 5 min } } } }
services: { db: { component: db, in: z } }
experiments: { lose-region: { fail: r, for: 3 h }, lose-zone: { fail: z, for: 5 min }, lose-rack: { fail: z, for: 5 min, data: lost }, both: { fail: [z, 'db[0]'], for: 20 min } }
${targets}`;
  const report = live(text, { replications: 20, years: 10 });

  test('is undecided, never met', () => {
    for (const target of report.targets) expect(target).toMatchObject({ count: 0, value: null, yearsMet: null, verdict: 'undecided' });
  });

  test('is decided by the experiments that fail one of it', () => {
    const tried = ['lose-region', 'lose-zone'].map((name) => conduct(text, name, 400));
    const found = withTried(report.targets, tried);
    const verdictOf = (kind: string, target: TargetFigures['target']) => found.find((each) => each.kind === kind && each.target === target)!.verdict;
    expect([verdictOf('region', 'rto'), verdictOf('region', 'rpo'), verdictOf('zone', 'rto'), verdictOf('data', 'rto')]).toEqual(['missed', 'met', 'met', 'undecided']);
    expect(found[0].experiments).toEqual([{ name: 'lose-region', value: 3 * 3600, verdict: 'missed' }]);
  });

  test('is every kind of which an experiment fails something, and data where it destroys some', () => {
    const kinds = (name: string) => conduct(text, name, 200).targets.map(({ target, kind, verdict }) => `${target} ${kind} ${verdict}`);
    expect(kinds('both')).toEqual(['rto zone missed']);
    expect(kinds('lose-rack')).toEqual(['rto data met']);
  });
});
