import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityFigures } from '../../src/arithmetic/downtime.ts';
import { type Check, renderArithmeticMarkdown, renderCheckMarkdown, renderExperimentsMarkdown, renderMarkdown } from '../../src/report/index.ts';
import { escapeMarkdown } from '../../src/report/markdown.ts';
import { experiments, report } from './fixture.ts';

/** The cells of every row of every table, by a reader that knows of nothing but bars and backslashes. */
function tables(text: string): string[][] {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.map((row) => {
    const cells: string[] = [];
    let cell = '';
    for (let i = 1; i < row.length; i++) {
      if (row[i] === '\\') cell += row[++i];
      else if (row[i] === '|') {
        cells.push(cell.trim());
        cell = '';
      } else cell += row[i];
    }
    return cells;
  });
}

describe('a report as Markdown', () => {
  const text = renderMarkdown(report);

  it('begins with its name, how it was run, and the answer', () => {
    expect(text.split('\n').slice(0, 7)).toEqual([
      ...['## Web shop, three zones', '', '10,000 years · seed 1 · 4.1 s', ''],
      ...['**99.971% · 3.5 nines · 2.54 h down a year** (± 0.07 h)', '', 'Bare arithmetic claims 99.998% and 10.5 min a year, 14.5 times less.'],
    ]);
  });

  it('says the exact value, or why there is none', () => {
    expect(text).toContain('\n\nNo exact value: web checks health: it takes time to notice a failure.\n\n');
    const exact = { value: 0.9997, method: 'markov chain', reason: 'It is a chain of `db`.' } as const;
    const solved = renderMarkdown({ ...report, availability: { ...report.availability, exact, ci95: [0.9996, 0.9998] } });
    expect(solved).toContain('\n\nExact: 99.97% (2.63 h a year): it is a chain of \\`db\\`.\n\n');
  });

  it('has a heading for each of its parts, and a blank line around each table', () => {
    expect(text.match(/^### .+$/gm)).toEqual(['### Targets', '### Times', '### Incidents', '### Services', '### Cost a year']);
    expect(text).toContain('\n\n| cause | a year | down a year | share |\n| :-- | --: | --: | --: |\n| eu-west-1/outage | 0.12 |');
    expect(text).not.toContain('█');
    expect(text).not.toMatch(/\n\n\n|[^\n]$/);
  });

  it('has as many cells in each row of a table as in its head', () => {
    let wanted = 0;
    for (const block of text.split('\n\n')) {
      const rows = tables(block);
      if (rows.length === 0) continue;
      wanted++;
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
    expect(wanted).toBe(5);
  });

  it('makes what was missed stand out without colour', () => {
    expect(text).toContain('| RTO | ≤ 15 min | p95 4.2 h | **missed** |');
    expect(text).toContain('| _undecided_ |');
    expect(renderMarkdown({ ...report, run: { ...report.run, partial: true } })).toContain('\n**Partial: ');
  });
});

describe('a name in Markdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['[click](https://x)', '\\[click\\](https://x)'],
    ['**bold** _x_ `code` ~~no~~', '\\*\\*bold\\*\\* \\_x\\_ \\`code\\` \\~\\~no\\~\\~'],
    ['a\\', 'a\\\\'],
    ['two\nlines', 'two lines'],
    ['web@us-east-1', 'web@us-east-1'],
    ['@everyone', '@<!-- -->everyone'],
    ['see #5 and GH-7', 'see \\#<!-- -->5 and GH-<!-- -->7'],
  ])('%j means nothing but itself', (name, escaped) => {
    expect(escapeMarkdown(name)).toBe(escaped);
  });

  it('leaves every table its columns, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const services = Object.fromEntries([[name, report.services.web], ...Object.entries(report.services)]);
        const rows = tables(renderMarkdown({ ...report, model: { ...report.model, name }, services }));
        const first = rows.findIndex((row) => row[1] === 'availability' && row[4] === 'tier');
        for (const row of rows.slice(first, first + 2 + Object.keys(services).length)) expect(row).toHaveLength(5);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('experiments as Markdown', () => {
  it('have the row of a drill, with what was done and what it is held against', () => {
    const rows = tables(renderExperimentsMarkdown(experiments));
    expect(rows[0]).toEqual(['test', 'what', 'noticed', 'recovered', 'recovery p50', 'recovery p95', 'RTO', 'data lost p95', 'RPO', 'verdict']);
    expect(rows[2]).toEqual(['lose-region', 'fail eu-west-1 for 1 day', '98%', '100%', '13.7 min', '31.7 min', '≤ 15 min', '22 s', '≤ 1 min', '**missed**']);
    expect(rows[3]).toEqual(['drop-table', 'corrupt db', '0%', '88%', '–', '–', '≤ 15 min', 'for good', '≤ 1 min', '_undecided_']);
  });
});

describe('a check as Markdown', () => {
  const check: Check = {
    ...{ name: 'Shop', arithmetic: 0.999, arithmeticUnavailability: 0.001, singlePoints: [{ cause: 'db', kind: 'member', proved: 'it is alone', unavailability: 0.001, downtimePerYear: 31_557.6 }], cutSets: [], cutSetsByOrder: [1, 0, 0], refused: [] },
    importance: [{ element: 'db', kind: 'member', unavailability: 0.001, birnbaum: 0.5, criticality: 0.75, riskAchievementWorth: 700, riskReductionWorth: 4 }],
    exact: { value: null, method: null, reason: 'db takes 30 s to detect that its active is gone.' },
  };
  const finding = { severity: 'error', message: "unknown service 'dbb'", line: 4, column: 17, path: 'services.web.needs[0]', suggestion: 'db' };

  it('says what brings the system down', () => {
    const text = renderCheckMarkdown('shop.yaml', { findings: [], check, expanded: null });
    expect(text).toContain('## Shop\n\n**99.9% · 3.0 nines · 8.77 h down a year**');
    expect(text).toContain('### Exact availability\n\nNone. db takes 30 s to detect that its active is gone.');
    expect(text).toContain('| db | 8.77 h | 0.5 | 75% | 700 | 4 |');
    expect(text).toContain('### Single points of failure\n\n|  | down |\n| :-- | --: |\n| db | 8.77 h a year |');
    expect(text).not.toContain('Diagnostics');
  });

  it('of a model with errors says which, and nothing of what it would mean', () => {
    const text = renderCheckMarkdown('shop.yaml', { findings: [finding], check: null, expanded: null });
    expect(text).toBe("## shop.yaml\n\n### Diagnostics\n\n| place | kind | what |\n| --: | :-- | :-- |\n| 4:17 | **error** | unknown service 'dbb'; write: db |\n");
  });

  it('has the expanded model in a block that nothing in it ends', () => {
    expect(renderCheckMarkdown('shop.yaml', { findings: [], check, expanded: 'name: "```"\n' })).toContain('\n\n### Expanded\n\n````yaml\nname: "```"\n````\n');
  });
});

it('the arithmetic as Markdown is a table', () => {
  const rows = tables(renderArithmeticMarkdown([availabilityFigures('parallel(99.95%, 2)', 0.99999975)]));
  expect(rows[2].slice(0, 4)).toEqual(['parallel(99.95%, 2)', '99.999975%', '6.6', '7.89 s']);
});
