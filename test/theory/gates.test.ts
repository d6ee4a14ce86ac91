import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { judge, parseAssertion } from '../../src/assertion/assertion.ts';
import { judgeAll } from '../../src/cli/outcome.ts';
import { parseModel } from '../../src/model/index.ts';
import { renderCsv, renderTable } from '../../src/report/index.ts';
import { live, liveModel } from './harness.ts';

const verdict = (text: string, report: Report) => judge(parseAssertion(text, 'USD', []), report).verdict;
const RPO = ['mean', 'p50', 'p90', 'p95', 'p99', 'max', 'perYear'] as const;

describe('a system that loses all its data for good once a year', () => {
  const report = live(
    `components: { disk: { failures: { dies: { mtbf: 1 year, mttr: 4 h, data: lost } } } }
services: { db: { component: disk, data: { size: 10 GB, change-rate: 1 GB/day }, backup: { full: { every: 1 day }, retention: 30 days, restore-rate: 100 MB/s, restorable: 0% } } }
targets: { rpo: 1 h }
entry: db`,
    { replications: 100, years: 10 },
  );

  test.each(RPO)('fails any bound on rpo.%s', (figure) => {
    for (const bound of ['1 h', '1 year', '1000 years']) expect(verdict(`rpo.${figure} <= ${bound}`, report)).toBe('fails');
  });

  test('says for good in every figure of what was lost, and misses its RPO', () => {
    const { dataLoss, targets, services } = report;
    for (const figure of RPO) expect(dataLoss[figure], figure).toBe('for good');
    expect([dataLoss.ci95, dataLoss.quantileCi95.p50, dataLoss.perYearCi95]).toEqual(Array(3).fill(['for good', 'for good']));
    expect([services.db.dataLoss.p50, services.db.dataLoss.p95]).toEqual(['for good', 'for good']);
    expect(targets[0]).toMatchObject({ value: 'for good', ci95: ['for good', 'for good'], yearsMet: expect.any(Number), verdict: 'missed' });
  });

  test('says so in the table and in CSV, and nowhere that there was no incident', () => {
    const table = renderTable(report);
    expect(table).toMatch(/RPO +≤ 1 h +p95 for good +missed/);
    expect(table).toMatch(/data lost( +for good){6}$/m);
    expect(table).not.toContain('no incident');
    const csv = renderCsv(report);
    for (const figure of RPO) expect(csv).toMatch(new RegExp(`^dataLoss,,${figure},for good,`, 'm'));
    expect(csv).toMatch(/^target,rpo,value,for good,for good,for good,s\r$/m);
  });
});

test('a quantile below the rank of the losses for good is a number, one beyond it is for good', () => {
  // One failure in four destroys everything; the others lose nothing.
  const { dataLoss } = live(
    `components: { db: { failures: { crash: { mtbf: 20 days, mttr: 1 h }, disk: { mtbf: 60 days, mttr: 1 h, data: lost } } } }
services: { db: { component: db } }
entry: db`,
    { replications: 100, years: 10 },
  );
  expect([dataLoss.p50, dataLoss.quantileCi95.p50]).toEqual([0, [0, 0]]);
  expect([dataLoss.p90, dataLoss.quantileCi95.p90]).toEqual(['for good', ['for good', 'for good']]);
});

describe('a building that burns with its backup once in 5,000 years', () => {
  const text = (where: string, price = '0 USD/h') => `domains: { a: { kind: building, failures: { fire: { mtbf: 5000 years, mttr: 30 days, data: lost } } }, b: { kind: building, failures: { dark: { mtbf: 20 years, mttr: 1 day } } } }
components: { server: { failures: { crash: { mtbf: 60 days, mttr: 20 min } } } }
services: { db: { component: server, in: a, data: { size: 10 GB, change-rate: 1 GB/day }, backup: { full: 1 day, copies: [${where}], restore-rate: 100 MB/s } } }
losses: { data: ${price} }
entry: db`;
  const unseen = live(text('a', '1 USD/h'), { replications: 5, years: 2 });
  const safe = live(text('b', '1 USD/h'), { replications: 5, years: 2 });

  test('bounds no mean of losses in ten years that did not see it, and names whose data they are', () => {
    expect(unseen.dataLoss.permanentPerYear.mean).toBe(0);
    expect(unseen.dataLoss.atRisk).toBe('db');
    for (const figure of ['rpo.mean', 'rpo.max', 'rpo.perYear']) expect(verdict(`${figure} <= 1000 years`, unseen), figure).toBe('undecided');
    const [outcome] = judgeAll([parseAssertion('rpo.mean <= 1 year', 'USD', [])], unseen);
    expect(outcome.reason).toBe('Data of db can be lost for good, which 10 years did not see: what is lost has no upper end.');
    expect(renderTable(unseen).replace(/\s+/g, ' ')).toContain('Data of db can be lost for good, which 10 years did not see');
  });

  test('bounds neither what lost data cost nor the total, where they have a price', () => {
    expect(unseen.cost.forGood).toBe('possible');
    for (const figure of ['cost.dataLoss', 'cost.total']) expect(verdict(`${figure} <= 1000000000 USD`, unseen), figure).toBe('undecided');
    expect(verdict('cost.downtime <= 1000000000 USD', unseen)).toBe('holds');
    const burnt = live(text('a', '1 USD/h').replace('5000 years', '1 year'), { replications: 5, years: 2 });
    expect(burnt.cost.forGood).toBe('seen');
    for (const figure of ['cost.dataLoss', 'cost.total']) expect(verdict(`${figure} <= 1000000000 USD`, burnt), figure).toBe('fails');
    expect(live(text('a'), { replications: 5, years: 2 }).cost.forGood).toBeUndefined();
  });

  test('is bounded once a copy is kept in another building', () => {
    expect([safe.dataLoss.atRisk, safe.cost.forGood]).toEqual([undefined, undefined]);
    for (const figure of ['rpo.mean', 'rpo.perYear']) expect(verdict(`${figure} <= 1000 years`, safe), figure).toBe('holds');
    expect(verdict('cost.total <= 1000000000 USD', safe)).toBe('holds');
    expect(verdict('permanentLoss <= 0', safe)).toBe('holds');
  });
});

describe('one outage of four hours in a hundred years', () => {
  const model = parseModel(`nines: 1
name: four hours a century
components: { s: { failures: { f: { mtbf: 100 years, mttr: constant(4 h) } } } }
services: { s: { component: s } }
targets: { rto: 5 min }`);
  const lived = (replications: number, seed: string) => liveModel(model, { replications, years: 10, seed });

  test('leaves an RTO of 5 min undecided in ten years, with each of 40 seeds', () => {
    for (let seed = 0; seed < 40; seed++) {
      const report = lived(1, String(seed));
      expect(verdict('rto.p95 <= 5 min', report)).toBe('undecided');
      expect(report.targets[0].verdict).toBe('undecided');
    }
  });

  test('misses it once enough of them were seen', () => {
    const report = lived(1000, '1');
    expect(verdict('rto.p95 <= 5 min', report)).toBe('fails');
    expect(report.targets[0].verdict).toBe('missed');
  });

  test('loses no data, since nothing in the model could: an RPO needs no years to hold', () => {
    const report = lived(1, '1');
    expect(verdict('rpo.p95 <= 0', report)).toBe('holds');
    expect(report.dataLoss.permanentPerYear).toEqual({ mean: 0, ci95: [0, 0] });
  });
});
