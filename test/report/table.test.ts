import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { renderTable, width } from '../../src/report/index.ts';
import { report } from './fixture.ts';

const HOSTILE = [
  'x'.repeat(300),
  '数据库服务器集群主节点可用区灾难恢复演练系统核心业务负载均衡器前端缓存',
  '\u001b[2J\u001b[31mred\u001b]0;title\u0007',
  'a\u009b31mb\r\nc\td',
  '\u202egnp.exe\u2066',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦'.repeat(30),
  '',
  '__proto__',
];

/** The report with a name in every place that a model's author chooses. */
function named(name: string): Report {
  const cause = { ...report.incidents.byCause[0], cause: `${name}/outage` };
  return {
    ...report,
    model: { ...report.model, name },
    availability: { ...report.availability, exact: { value: null, method: null, reason: `${name} takes 35 s to notice that a member is gone.` } },
    run: { ...report.run, seed: name },
    incidents: { ...report.incidents, byCause: [cause, ...report.incidents.byCause] },
    cost: { ...report.cost, byService: [{ service: name, perYear: 123_456_789 }, ...report.cost.byService] },
    services: Object.fromEntries([[name, report.services.web], ...Object.entries(report.services)]),
  };
}

/** Without our own colours, and only those. */
const uncolored = (text: string) => text.replace(/\u001b\[(?:1|2|22|31|32|33|39)m/g, '');

describe('the table', () => {
  it('begins with the answer', () => {
    const lines = renderTable(report).split('\n');
    expect(lines[0]).toMatch(/^Web shop, three zones +10,000 years · seed 1 · 4\.1 s$/);
    expect(lines[2]).toBe('  99.971%   3.5 nines   2.54 h down a year (± 0.07 h)');
    expect(lines[3]).toBe('  Bare arithmetic claims 99.998% and 10.5 min a year, 14.5 times less.');
  });

  it('says the exact value and why it is one, or why there is none', () => {
    const exactly = (exact: Report['availability']['exact'], columns = 120) => renderTable({ ...report, availability: { ...report.availability, exact } }, { columns }).split('\n')[4];
    expect(exactly({ value: null, method: null, reason: 'web takes 35 s to notice; no Markov chain either.' })).toBe('  No exact value: web takes 35 s to notice; no Markov chain either.');
    const independent = { value: 0.999712, method: 'independence', reason: 'Failures and repairs are independent, so only their means count.' } as const;
    expect(exactly(independent)).toBe('  Exact: 99.9712% (2.52 h a year): failures and repairs are independent, so only their means count.');
    expect(exactly({ value: 1, method: 'markov chain', reason: 'Every time is exponential.' }, 200)).toMatch(/^ {2}Exact: 100% \(no downtime\): every time is exponential\. The simulated interval/);
  });

  it('says so where the simulated interval does not hold the exact value, and is silent where it does', () => {
    const heldBy = (value: number) => renderTable({ ...report, availability: { ...report.availability, exact: { value, method: 'markov chain', reason: 'It is a chain.' } } }, { columns: 200 });
    expect(heldBy(0.9998)).toContain('it is a chain. The simulated interval, 99.9702% to 99.9718%, does not hold it, as happens to one in twenty.');
    expect(heldBy(0.999718)).not.toContain('does not hold');
    expect(heldBy(0.999702)).not.toContain('does not hold');
  });

  it('fits 80 columns whatever things are called, and lets no control through', () => {
    for (const name of HOSTILE) {
      const text = uncolored(renderTable(named(name), { columns: 80, color: true }));
      for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
      expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
    }
  });

  it('does so for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.integer({ min: 64, max: 120 }), (name, columns) => {
        const text = renderTable(named(name), { columns });
        for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('fits whatever the figures are', () => {
    const scale = (value: unknown, by: number): unknown => {
      if (typeof value === 'number') return value * by;
      if (Array.isArray(value)) return value.map((each) => scale(each, by));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'failures' ? each : scale(each, by)]));
    };
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0, max: 12, noNaN: true }), (power, nines) => {
        const scaled = scale(report, 10 ** power) as Report;
        const mean = 1 - 10 ** -nines;
        const availability = { ...scaled.availability, mean, ci95: [mean - (1 - mean) / 7, mean + (1 - mean) / 7] as const, nines };
        const text = renderTable({ ...scaled, availability });
        for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('has no colours unless asked', () => {
    expect(renderTable(report)).not.toContain('\u001b');
    expect(uncolored(renderTable(report, { color: true }))).toBe(renderTable(report));
  });

  it('shows no more digits than the interval supports', () => {
    const wide = { mean: 0.99971, ci95: [0.9994, 0.9998] as const };
    const text = renderTable({ ...report, availability: { ...report.availability, ...wide } });
    expect(text).toContain('  99.97%   3.5 nines');
  });

  it('never rounds nines up', () => {
    const text = renderTable({ ...report, availability: { ...report.availability, mean: 0.999899, ci95: [0.999898, 0.9999], nines: 3.9957 } });
    expect(text).toContain('3.9 nines');
  });

  it('says what it knows when nothing went wrong', () => {
    const none = { mean: 0, ci95: [0, 12] as const };
    const text = renderTable({
      ...report,
      availability: { ...report.availability, mean: 1, ci95: [0.9999996, 1], nines: null, downtimePerYear: { ...report.availability.downtimePerYear, ...none } },
      incidents: { perYear: { mean: 0, ci95: [0, 0.0004] }, mtbf: null, byCause: [], byDomain: [], byService: [], byStage: [], byFailures: [] },
    });
    expect(text).toContain('100%   no downtime in 10,000 years, less than 12 s a year with 95% confidence');
    expect(text).not.toContain('Incidents');
  });

  it('says where the time of a recovery goes, without what hardly takes any', () => {
    expect(renderTable(report)).toContain('\n  Mean recovery: detect 27 s · promote 21 s · warm up 52 s · repair 1.08 h.\n');
    const only = { ...report.recoveryTime.stages!, detect: 0, promote: 0, redirect: 0, warmUp: 0 };
    expect(renderTable({ ...report, recoveryTime: { ...report.recoveryTime, stages: only } })).not.toContain('Mean recovery');
    // What detection alone ends has had no repair, and that does not go without saying.
    const noticed = { ...only, detect: report.recoveryTime.mean!, repair: 0 };
    expect(renderTable({ ...report, recoveryTime: { ...report.recoveryTime, stages: noticed } })).toMatch(/Mean recovery: detect [\d.]+ \w+\./);
  });

  it('says that it is incidents which lose no data, whatever sentence comes before', () => {
    const withTarget = (withinTarget: number | null) => renderTable({ ...report, recoveryTime: { ...report.recoveryTime, withinTarget } }, { columns: 200 });
    expect(withTarget(0.93)).toContain('93% of incidents are over within the RTO of 15 min. 97% of them lose no data.');
    expect(withTarget(null)).toContain('of years have no downtime at all. 97% of incidents lose no data.');
  });

  it('says which tier each service reaches; of a single one in a sentence', () => {
    expect(renderTable(report)).toMatch(/\n {2}web +99\.971% +3\.5 +2\.54 h +4\n/);
    expect(renderTable({ ...report, services: { web: { ...report.services.web, tier: null } } })).toMatch(/By its p95 it\s+reaches no service tier\./);
    expect(renderTable({ ...report, services: { web: report.services.web } })).toMatch(/reaches\s+service\s+tier\s+4\./);
  });

  it('says what running it is made of, and what of it only stands by', () => {
    const text = renderTable(report);
    expect(text).toContain('\n  By kind: compute 30,000 · storage 6,000 · backup 201.\n');
    expect(text).toContain('\n  By domain: eu-west-1a 19,000 · eu-west-1b 17,000 · outside all domains 201.\n');
    expect(text).toContain('\n  Standing by costs 4,558 USD of it, 13%.\n');
    const plain = { ...report.cost, byKind: report.cost.byKind.slice(0, 1), byDomain: report.cost.byDomain.slice(0, 1), standby: 0 };
    expect(renderTable({ ...report, cost: plain }).split('\nCost')[1]).not.toMatch(/By kind|By domain|Standing by/);
    const byDomain = Array.from({ length: 9 }, (_, i) => ({ domain: `z${i}`, perYear: 1000 - i }));
    expect(renderTable({ ...report, cost: { ...report.cost, byDomain } })).toContain('· z4 996 · 4 others 3,974.');
  });

  it('takes the downtime apart, by what is more than one thing', () => {
    const text = renderTable(report);
    expect(text).toContain('\n  Single failures make 99.9% of the downtime, coincidences of two 0.1%.\n');
    expect(text).toMatch(/By service: db 80%, web 20%\. By domain: eu-west-1 59%, eu-west-1a 41%, outside\s+all 0\.1%\./);
    const byService = Array.from({ length: 9 }, (_, i) => ({ ...report.incidents.byService[0], service: `s${i}`, share: 1 / 9 }));
    const one = renderTable({ ...report, incidents: { ...report.incidents, byService, byDomain: report.incidents.byDomain.slice(0, 1), byFailures: [] } });
    expect(one).toMatch(/By service: s0 11%, s1 11%, s2 11%, s3 11%, 5 others 56%\./);
    expect(one.split('\nCost')[0]).not.toMatch(/By domain|Single failures/);
  });

  it('says that a run was ended early', () => {
    expect(renderTable({ ...report, run: { ...report.run, partial: true } })).toContain('\nPartial: ');
    expect(renderTable(report)).not.toContain('Partial');
  });

  it('sums up the causes that it does not list', () => {
    const [cause] = report.incidents.byCause;
    const byCause = Array.from({ length: 30 }, (_, i) => ({ ...cause, cause: `c${i}`, share: 1 / 30 }));
    const text = renderTable({ ...report, incidents: { ...report.incidents, byCause } });
    expect(text).toMatch(/\n {2}22 others .* 73%\n/);
  });
});
