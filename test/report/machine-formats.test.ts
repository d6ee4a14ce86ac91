import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { renderCheckCsv, renderCsv, renderJson } from '../../src/report/index.ts';
import { csvOf } from '../../src/plots/data/table.ts';
import { writeCsv } from '../../src/report/csv.ts';
import { report } from './fixture.ts';

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\r') {
      rows.at(-1)!.push(field);
      field = '';
      if (c === '\r') {
        rows.push([]);
        i++;
      }
    } else field += c;
  }
  return rows.slice(0, -1);
}

const named = (name: string): Report => ({ ...report, model: { ...report.model, name }, services: { [name]: report.services.db } });

describe('JSON', () => {
  it('is the report itself', () => {
    expect(JSON.parse(renderJson(report))).toEqual(report);
    expect(Object.keys(JSON.parse(renderJson(report)))).toEqual([
      ...['nines', 'kind', 'model', 'run', 'availability', 'incidents', 'recoveryTime', 'dataLoss', 'targets', 'cost', 'services'],
    ]);
  });

  it('carries no control that a terminal would obey, and reads back the same', () => {
    const text = renderJson(named('\u001b[31m\u009b31m\u202e'));
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(JSON.parse(text).model.name).toBe('\u001b[31m\u009b31m\u202e');
  });
});

describe('CSV', () => {
  const rows = readCsv(renderCsv(report));
  const find = (section: string, name: string, statistic: string) => rows.find((row) => row[0] === section && row[1] === name && row[2] === statistic);

  it('has seven columns in every row', () => {
    expect(rows[0]).toEqual(['section', 'name', 'statistic', 'value', 'low', 'high', 'unit']);
    for (const row of rows) expect(row).toHaveLength(7);
  });

  it.each(['=HYPERLINK("http://x","y")', '+1', '-2+3', '@SUM(A1)', '＝1+1', '\u0000=1'])('has no cell that a spreadsheet would calculate, whatever the names: %j', (name) => {
    const cells = readCsv(renderCsv(named(name))).flat();
    const own = cells.filter((cell) => cell.includes(name.replace('\u0000', '\ufffd')));
    expect(own.length).toBeGreaterThan(1);
    for (const cell of cells) if (!/^-?[\d.e+-]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
    expect(csvOf({ columns: [{ label: name }], rows: [[name], [-1]] })).toMatch(name.startsWith('\u0000') ? /^\ufffd/ : /^"?'/);
  });

  it('has negative numbers as they are', () => {
    expect(writeCsv([[-1, -1e-9, '-1']])).toBe("-1,-1e-9,'-1\r\n");
  });

  it('reads back to the figures of the report, to the last digit', () => {
    expect(find('availability', '', 'mean')).toEqual(['availability', '', 'mean', '0.99971', '0.999702', '0.999718', 'share']);
    expect(find('availability', '', 'exact')).toEqual(['availability', '', 'exact', '', '', '', 'share']);
    expect(find('availability', '', 'exactReason')?.[3]).toBe('web checks health: it takes time to notice a failure.');
    const exact = { value: 0.9997123456789, method: 'independence', reason: 'Only means count.' } as const;
    const solved = readCsv(renderCsv({ ...report, availability: { ...report.availability, exact } }));
    expect(solved.filter((row) => row[2].startsWith('exact')).map((row) => row[3])).toEqual(['0.9997123456789', 'independence', 'Only means count.']);
    expect(find('cause', 'db/crash', 'downtimePerYear')).toEqual(['cause', 'db/crash', 'downtimePerYear', '3000', '2910', '3090', 's']);
    expect(find('cost', '', 'total')?.slice(3)).toEqual(['87041.27', '85500', '88600', 'USD']);
    expect(find('recoveryTime', '', 'p95')?.slice(3, 6).map(Number)).toEqual([15_000, ...report.recoveryTime.quantileCi95.p95]);
    expect(find('service', 'db', 'availability')?.slice(3, 6).map(Number)).toEqual([0.99981, 0.9998, 0.99982]);
    expect(find('target', 'rpo', 'value')?.slice(3)).toEqual(['', '', '', 's']);
  });

  it('has the stages of a recovery, the kinds of cost, and the tiers of services', () => {
    expect(find('recoveryTime.stages', '', 'detect')?.slice(3)).toEqual(['27', '26.189999999999998', '27.810000000000002', 's']);
    expect(find('cost', '', 'standby')?.slice(3)).toEqual(['4558', '', '', 'USD']);
    expect(find('cost.kind', 'storage', 'perYear')?.[3]).toBe('6000');
    expect(find('service', 'web', 'tier')?.[3]).toBe('4');
    expect(find('service.recoveryTime', 'web', 'p95')?.slice(3)).toEqual(['14848', '', '', 's']);
    expect(find('service.dataLoss', 'cache', 'p95')?.[3]).toBe('');
  });

  it('says each thing once', () => {
    const keys = rows.map((row) => row.slice(0, 3).join('\n'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['a,b', 'a "quoted" name', 'two\nlines', '数据', ' blank '])('keeps the name %j', (name) => {
    const back = readCsv(renderCsv(named(name)));
    expect(back.find((row) => row[0] === 'model' && row[2] === 'name')?.[3]).toBe(name);
    expect(back.some((row) => row[0] === 'service' && row[1] === name)).toBe(true);
  });

  it('lets no escape through', () => {
    expect(renderCsv(named('\u001b[31m\u0007'))).not.toMatch(/[^\P{Cc}\r\n]/u);
  });
});

describe('a check as CSV', () => {
  const check = {
    name: 'Shop', arithmetic: 0.999, arithmeticUnavailability: 0.001, singlePoints: [{ cause: 'db', kind: 'member', proved: 'it is alone', unavailability: 0.001, downtimePerYear: 31_557.6 }],
    cutSets: [{ causes: ['a', 'b'], unavailability: 1e-6 }],
    cutSetsByOrder: [1, 1, 0],
    importance: [{ element: 'db', kind: 'member', unavailability: 0.001, birnbaum: 0.5, criticality: 0.75, riskAchievementWorth: 700, riskReductionWorth: null }],
    exact: { value: 0.9995, method: 'independence', reason: 'Only means count.' },
    refused: [],
  } as const;

  it('has the arithmetic, what is exact, the single points, the cut sets, the importance and the expanded model', () => {
    expect(readCsv(renderCheckCsv('shop.yaml', { findings: [], check, expanded: 'nines: 1\nname: Shop\n' })).slice(1)).toEqual([
      ['model', '', 'name', 'Shop', '', '', ''],
      ['availability', '', 'arithmetic', '0.999', '', '', 'share'],
      ['availability', '', 'arithmeticUnavailability', '0.001', '', '', 'share'],
      ['availability', '', 'exact', '0.9995', '', '', 'share'],
      ['availability', '', 'exactMethod', 'independence', '', '', ''],
      ['availability', '', 'exactReason', 'Only means count.', '', '', ''],
      ['singlePoint', 'db', 'kind', 'member', '', '', ''],
      ['singlePoint', 'db', 'proved', 'it is alone', '', '', ''],
      ['singlePoint', 'db', 'unavailability', '0.001', '', '', 'share'],
      ['singlePoint', 'db', 'downtimePerYear', '31557.6', '', '', 's'],
      ['cutSet', 'a + b', 'unavailability', '0.000001', '', '', 'share'],
      ['cutSets', '', 'order1', '1', '', '', ''],
      ['cutSets', '', 'order2', '1', '', '', ''],
      ['cutSets', '', 'order3', '0', '', '', ''],
      ['importance', 'db', 'kind', 'member', '', '', ''],
      ['importance', 'db', 'unavailability', '0.001', '', '', 'share'],
      ['importance', 'db', 'birnbaum', '0.5', '', '', 'share'],
      ['importance', 'db', 'criticality', '0.75', '', '', 'share'],
      ['importance', 'db', 'riskAchievementWorth', '700', '', '', ''],
      ['importance', 'db', 'riskReductionWorth', '', '', '', ''],
      ['model', '', 'expanded', 'nines: 1\nname: Shop\n', '', '', ''],
    ]);
  });

  it('has what is wrong with the model, and where', () => {
    const findings = [{ severity: 'error', message: "unknown service 'dbb', here", line: 4, column: 17, path: '', suggestion: 'db' }];
    expect(readCsv(renderCheckCsv('shop.yaml', { findings, check: null, expanded: null })).slice(1)).toEqual([
      ['model', '', 'name', 'shop.yaml', '', '', ''],
      ['diagnostic', '4:17', 'error', "unknown service 'dbb', here", '', '', ''],
    ]);
  });
});
