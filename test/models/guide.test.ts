import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkModel, experiment, parseModel, simulate } from '../../src/index.ts';
import { MODEL_LIMITS } from '../../src/model/resolve/limits.ts';
import { DOCUMENT_LIMITS } from '../../src/model/source/document.ts';
import { DISTRIBUTION_SIGNATURES } from '../../src/model/language/distributions.ts';
import { documentShape } from '../../src/model/language/index.ts';
import { LATER } from '../../src/model/language/later.ts';
import { type Kind, type Shape } from '../../src/model/language/kinds.ts';
import { renderExperiments, renderTable } from '../../src/report/index.ts';

const folder = fileURLToPath(new URL('../../models/', import.meta.url));
const guide = readFileSync(`${folder}README.md`, 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

const blocks = blocksOf(guide);
const yaml = blocks.filter(({ language }) => language === 'yaml');
const isModel = ({ text }: Block): boolean => text.startsWith('nines:');
const named = ({ line }: Block): string => `the block in line ${line}`;

describe('blocks of YAML', () => {
  test.each(yaml.filter(isModel).map((block) => [named(block), block] as const))('%s is a model without errors or warnings', (_, { text }) => {
    expect(checkModel(text).diagnostics).toEqual([]);
  });

  test.each(yaml.filter((block) => !isModel(block)).map((block) => [named(block), block] as const))('%s is YAML', (_, { text }) => {
    expect(parse(text)).toBeTypeOf('object');
  });

  const shown = blocks.flatMap((block, i): [string, Block, Block][] => {
    const next = blocks[i + 1];
    return block.language === 'yaml' && isModel(block) && next?.language === 'text' ? [[named(block), block, next]] : [];
  });

  test('are there, and their results', () => {
    expect(yaml.filter(isModel).length).toBeGreaterThan(4);
    expect(shown.length).toBe(yaml.filter(isModel).length);
  });

  test.each(shown)('%s gives the headline that follows it', async (_, { text }, result) => {
    const report = await simulate(parseModel(text), { workers: 0 });
    expect(renderTable(report).split('\n')).toContain(result.text.split('\n')[0]);
  });
});

describe('reference', () => {
  const sections = new Map(guide.split(/^#{2,3} /m).map((part) => [part.split('\n')[0].toLowerCase(), part]));

  test.each(shapes().map((shape) => [shape.name, shape] as const))('has every key of a %s, with its default and its words', (name, shape) => {
    const rows = (sections.get(name) ?? '').split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.map((row) => /`([^`]+)`/.exec(row)?.[1]).sort()).toEqual(Object.keys(shape.keys).sort());
    for (const [key, { kind, required, default: otherwise }] of Object.entries(shape.keys)) {
      const cells = rows.find((row) => row.startsWith(`| \`${key}\` |`))!.split(' | ');
      if (required === true) expect(cells[2], key).toBe('required');
      else if (otherwise !== undefined && kind.type !== 'record') expect(cells[2], key).toBe(otherwise);
      for (const word of wordsOf(kind)) expect(cells[1], key).toContain(`\`${word}\``);
    }
  });

  test.each(DISTRIBUTION_SIGNATURES)('has %s', (signature) => {
    expect(guide).toContain(`| \`${signature}\` |`);
  });

  test.each([...LATER.keys()])('says that %s comes later', (word) => {
    expect(sections.get('7. words of later versions')).toContain(`\`${word}\``);
  });
});

test('says the limits that the code has', () => {
  const sentence = /A model has at most ([^]*?)\.\n/.exec(guide)?.[1].replace(/\s+/g, ' ') ?? '';
  const { members, services, injections, failuresPerYear, years, warmUpYears, experimentYears, backups, stock } = MODEL_LIMITS;
  const said = [
    [DOCUMENT_LIMITS.bytes, 'characters'], [services, 'services'], [members, 'members'], [failuresPerYear, 'failures a year'], [years, 'years,'], [warmUpYears, 'years of warm-up'],
    [injections, 'strikes'], [experimentYears, 'years of one experiment'], [backups, 'backups of one policy'], [stock, 'parts of one component'],
  ] as const;
  for (const [limit, what] of said) expect(sentence).toContain(`${limit.toLocaleString('en-US')} ${what}`);
  expect(sentence.match(/\d[\d,]*/g)?.length).toBe(said.length);
});

test('every model of the gallery is linked, and nothing else', () => {
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.yaml') && !name.startsWith('ci')).map((name) => name.replaceAll('\\', '/'));
  const linked = new Set([...guide.matchAll(/\]\(([\w/-]+\.yaml)\)/g)].map(([, file]) => file));
  expect([...linked].sort()).toEqual(files.sort());
});

test('the experiments that are shown come out so', async () => {
  const shown = blocks.filter(({ language, text }) => language === 'text' && text.startsWith('Experiments\n'));
  expect(shown.length).toBe(1);
  const report = await experiment(parseModel(readFileSync(`${folder}dr/warm-standby.yaml`, 'utf8')), { workers: 0 });
  expect(renderExperiments(report)).toContain(shown[0].text);
});

const S = 'components: { s: { failures: { crash: { mtbf: 30 days, mttr: 1 h } } } }\n';
const mttr = (value: string): string => `components: { s: { failures: { crash: { mtbf: 30 days, mttr: ${value} } } } }\nservices: { a: { component: s } }`;

/** What is done wrong, in the order of the guide's table. */
const MISTAKES: readonly string[] = [
  mttr('lognormal(5 min, 1 h)'),
  mttr('90'),
  mttr('90 m'),
  `${S}services: { a: { component: s } }\ntargets: { availability: 99.95 }`,
  `${S}services: { a: { component: s, replicas: 2, failover: { detect: 30 s } } }`,
  `${S}services: { a: { component: s, replicas: 2, mode: active-passive, promote: 30 s } }`,
  `${S}services: { a: { component: s, replicas: 2, required: 3 } }`,
  `${S}services: { a: { component: s, needs: [dbb] }, db: { component: s } }`,
  `${S}services: { a: { component: s }, b: { component: s } }`,
  `${S}services: { a: { component: s, needs: b }, b: { component: s, needs: a } }`,
  `${S}domains: { z: { kind: zone } }\nservices: { a: { component: s, across: zones } }`,
  `${S}services: { a: { component: s, retry: yes } }`,
  'components: { s: { cost: 3 EUR/h } }\nservices: { a: { component: s } }',
  `${S}parameters: { d: 3 }\nservices: { a: { component: s } }`,
  `parameters: { zone_mtbf: 2 years }\n${mttr('1 h').replace('30 days', 'zone_mtbf')}`,
  `${S}shocks: { x: { mtbf: 1 year, mttr: 1 h, hits: all } }\nservices: { all: { needs: db }, db: { component: s } }`,
  sited('of: stack'),
  sited('of: stack, sites: [eu, us], in: eu'),
  `${sited('of: stack, sites: [eu, us]')}\nentry: stack`,
  sited('of: stack, sites: [eu, us]', 'component: s, strategy: warm-standby'),
  `${S}services: { db: { component: s, backup: { full: 1 day, restore-rate: 1 GB/s } } }`,
  backup('full: 1 week, incremental: 1 week'),
  backup('full: 6 weeks'),
  backup('full: 1 h, backup-rate: 100 MB/s'),
  struck("'db[3]'"),
  struck('web.active'),
  struck('eu-wst-1a'),
];

function sited(keys: string, stack = 'component: s'): string {
  return `${S}domains: { eu: { kind: region }, us: { kind: region } }\nservices: { shop: { ${keys} }, stack: { ${stack} } }`;
}

function backup(keys: string): string {
  return `${S}services: { db: { component: s, data: { size: 500 GB }, backup: { ${keys}, restore-rate: 1 GB/s } } }`;
}

function struck(target: string): string {
  return `${S}domains: { eu-west-1a: { kind: zone } }\nservices: { web: { component: s, in: eu-west-1a, needs: db }, db: { component: s, replicas: 2, mode: active-passive } }\nexperiments: { x: { fail: ${target} } }`;
}

test('common mistakes are answered as the guide says', () => {
  const table = guide.slice(guide.indexOf('| mistake |')).split('\n\n')[0].split('\n').slice(2);
  const said = table.map((row) => row.split(' | ')[1].replace(/ \|$/, ''));
  const set = (text: string): Record<string, string> => (text.includes('zone_mtbf') ? { zone_mtbf: '3' } : {});
  expect(MISTAKES.map((text) => checkModel(`nines: 1\n${text}`, { set: set(text) }).diagnostics[0]?.message)).toEqual(said);
});

function blocksOf(text: string): Block[] {
  const found: Block[] = [];
  for (const match of text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)) {
    found.push({ language: match[1], text: match[2], line: text.slice(0, match.index).split('\n').length });
  }
  return found;
}

/** Every shape of the language once, from the root down. */
function shapes(): Shape[] {
  const found = new Set<Shape>();
  const visit = (kind: Kind): void => {
    if (kind.type === 'list' || kind.type === 'names') visit(kind.of);
    else if (kind.type === 'either') visit(kind.record);
    else if (kind.type === 'record' && !found.has(kind.shape())) {
      found.add(kind.shape());
      for (const key of Object.values(kind.shape().keys)) visit(key.kind);
    }
  };
  visit({ type: 'record', shape: () => documentShape });
  return [...found];
}

function wordsOf(kind: Kind): readonly string[] {
  if (kind.type === 'either') return wordsOf(kind.scalar);
  return kind.type === 'choice' ? Object.keys(kind.words) : [];
}
