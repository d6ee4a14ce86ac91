import { Client, InMemoryTransport, type Told } from '@modelcontextprotocol/client';
import * as sdk from '@modelcontextprotocol/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/cli/mcp.ts';
import { createServer } from '../../src/mcp/server.ts';
import { checkModel } from '../../src/model/index.ts';
import { built } from '../built.ts';
import { decodeLink } from '../../web/state/link.ts';

const COIN = `nines: 1
name: Coin
parameters: { mttr: 1 day }
components: { server: { failures: { crash: { mtbf: 10 days, mttr: mttr } } } }
services: { server: { component: server } }
experiments: { stop: { fail: server, for: 1 h } }
simulation: { years: 200, seed: 1 }
`;

const client = new Client({ name: 'a test', version: '1' });
let close: () => Promise<void>;
beforeAll(async () => {
  // Studies run on the workers that were built.
  await built();
  const [one, other] = InMemoryTransport.createLinkedPair();
  const server = createServer(sdk, await openLibrary('https://nines.example.org/'));
  close = () => server.close();
  await Promise.all([server.connect(one), client.connect(other)]);
});
afterAll(async () => {
  await client.close();
  await close();
});
const call = (name: string, args: object) => client.callTool({ name, arguments: args });

describe('an agent', () => {
  it('finds tools that only read, each with a schema that refuses what it does not know', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['check', 'simulate', 'compare', 'explain', 'experiment', 'solve', 'draft']);
    for (const { inputSchema, annotations } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });

  it('reads guide, schema, gallery and sourced defaults, and every model of the gallery is one', async () => {
    const { resources } = await client.listResources();
    const read = async (uri: string) => (await client.readResource({ uri })).contents[0].text;
    expect(await read('nines://guide')).toContain('# Language guide');
    expect(await read('nines://defaults')).toContain('DORA 2024');
    expect(JSON.parse(await read('nines://schema'))).toMatchObject({ type: 'object' });
    const gallery = JSON.parse(await read('nines://gallery')) as string[];
    expect(resources.map(({ uri }) => uri)).toEqual(expect.arrayContaining(gallery));
    expect(gallery).toContain('nines://gallery/dr/warm-standby.yaml');
    for (const uri of gallery) expect(checkModel(await read(uri)).model).not.toBeNull();
  });

  it('gets reports as the commands print them, as structure and as text, and a link that opens the model', async () => {
    const { structuredContent, content, isError } = await call('simulate', { model: COIN, years: 100, set: { mttr: '2 days' } });
    expect(isError).toBe(false);
    expect(structuredContent!.result).toMatchObject({ kind: 'report', run: { years: 100 }, model: { parameters: { mttr: 172800 } } });
    expect(content[0].text).toContain('Coin');
    const [page, hash] = structuredContent!.link!.split('#');
    expect(page).toBe('https://nines.example.org/');
    expect(await decodeLink(`#${hash}`)).toMatchObject({ ok: true, text: COIN });
  });

  it.each([
    ['check', { model: COIN }, 'check'],
    ['compare', { models: [COIN, COIN.replace('mttr: 1 day', 'mttr: 2 days')], years: 100 }, 'comparison'],
    ['explain', { model: COIN, years: 100 }, 'explanation'],
    ['experiment', { model: COIN, names: ['stop'], runs: 200 }, 'experiments'],
    ['solve', { model: COIN, parameter: 'mttr', range: '1 h..5 days:8', assertion: 'availability >= 90%', years: 100 }, 'sweep'],
    ['draft', { files: [{ file: 'compose.yaml', text: 'services: { web: { image: nginx } }' }] }, 'import'],
  ])('%s answers', async (name, args, kind) => {
    const { structuredContent, isError } = await call(name, args);
    expect([isError, structuredContent!.result.kind]).toEqual([false, kind]);
  });

  it('is told how far each question of a draft moves the answer', async () => {
    const { structuredContent } = await call('draft', { files: [{ file: 'compose.yaml', text: 'services: { web: { image: nginx } }' }] });
    const { questions } = structuredContent!.result as unknown as { readonly questions: readonly { readonly parameter: string; readonly moves: { readonly low: number; readonly high: number } }[] };
    const { moves } = questions.find(({ parameter }) => parameter === 'web_mtbf')!;
    // Twice as often down, and half as often: 120 s of each 30 days.
    expect(moves.low).toBeGreaterThan(1000);
    expect(moves.high).toBeLessThan(-500);
  });

  it('is told what is wrong with what it asks, as an answer', async () => {
    const asked = await call('experiment', { model: COIN, names: ['stopp'] });
    expect([asked.isError, asked.content[0].text]).toEqual([true, expect.stringContaining("unknown experiment 'stopp': did you mean 'stop'?")]);
    const solved = await call('solve', { model: COIN, parameter: 'mtr', range: '1 h..2 h', assertion: 'availability >= 90%' });
    expect([solved.isError, solved.content[0].text]).toEqual([true, expect.stringContaining("'mtr'")]);
    const second = await call('compare', { models: [COIN, COIN.replace('crash', 'crash: 1, x')] });
    expect([second.isError, second.content[0].text]).toEqual([true, expect.stringMatching(/^model 2: line \d+, column \d+: error: /)]);
  });

  it('is bounded in time and size, by arguments that are refused before anything runs', async () => {
    for (const [name, args] of [
      ['simulate', { model: COIN, years: 1e9 }],
      ['simulate', { model: COIN, seconds: 3600 }],
      ['simulate', { model: 'x'.repeat(300_000) }],
      ['compare', { models: [COIN] }],
      ['check', { file: '/etc/passwd' }],
    ] as const) {
      const outcome = await call(name, args).catch((error: unknown) => ({ isError: true, content: [{ text: String(error) }] }));
      expect([name, outcome.isError]).toEqual([name, true]);
    }
    // Far more than can be simulated in that time, and time enough for a first batch on a busy machine.
    const busy = COIN.replace('mtbf: 10 days', 'mtbf: 10 h').replace('mttr: 1 day', 'mttr: 1 h');
    const { structuredContent } = await call('simulate', { model: busy, years: 1e6, seconds: 2 });
    expect(structuredContent!.result).toMatchObject({ run: { partial: true } });
  });
});

/** A model as somebody half remembers the language, and what each slip is. */
const HALF_RIGHT: readonly (readonly [slip: string, right: string, wrong: string])[] = [
  ['a word that is misspelt', 'services:', 'servces:'],
  ["a service's name that is misspelt", 'needs: [db]', 'needs: [bd]'],
  ["another tool's word for a key", 'replicas: 3', 'instances: 3'],
  ["another tool's word for a mode", 'mode: active-passive', 'mode: primary-standby'],
  ['a comma that ends a value', "mttr: 'lognormal(45 min, 4 h)'", 'mttr: lognormal(45 min, 4 h)'],
  ['a number without its unit', 'interval: 10 s', 'interval: 10'],
  ['a component that is not there', 'component: database', 'component: databse'],
  ['an underscore for a hyphen', 'health-check:', 'health_check:'],
  ['a share in words of hundreds', 'success: 99%', 'success: 99'],
  ['a time as ISO 8601 writes it', 'detect: 30 s', 'detect: PT30S'],
];
const RIGHT = `nines: 1
name: Shop
domains:
  a: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: 'lognormal(45 min, 4 h)' } } }
  b: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: 2 h } } }
components:
  app: { failures: { crash: { mtbf: 30 days, mttr: 90 s } } }
  database: { failures: { crash: { mtbf: 120 days, mttr: 4 min } } }
services:
  web: { component: app, replicas: 3, across: zone, required: 2, health-check: { interval: 10 s }, retry: true, needs: [db] }
  db: { component: database, replicas: 2, across: zone, mode: active-passive, failover: { detect: 30 s, promote: 20 s, success: 99% } }
entry: web
`;

/** What an agent without any knowledge does: where a suggestion stands, it is put in the place of what is there. */
function mend(text: string, { line, column, suggestion }: Told): string {
  const lines = text.split('\n');
  const at = lines[line - 1];
  const bare = suggestion!.replace(/^'|'$/g, '');
  const [found] = at.startsWith(bare, column - 1) ? [bare] : (/^(?:'[^']*'|[^\s:,{}[\]]+(?: [^\s:,{}[\]]+)*(?:\([^)]*\))?)/.exec(at.slice(column - 1)) ?? ['']);
  lines[line - 1] = at.slice(0, column - 1) + suggestion! + at.slice(column - 1 + found.length);
  return lines.join('\n');
}

describe('diagnostics', () => {
  it('are none for the model that is right', async () => {
    expect((await call('check', { model: RIGHT })).isError).toBe(false);
  });

  it.each(HALF_RIGHT)('mend a half-right model by themselves: %s', async (_, right, wrong) => {
    let model = RIGHT.replace(right, wrong);
    expect(model).not.toBe(RIGHT);
    for (let step = 0; step < 3; step++) {
      const { structuredContent, isError } = await call('check', { model });
      if (isError !== true) return;
      const told = structuredContent!.diagnostics.find(({ severity, suggestion }) => severity === 'error' && suggestion !== null);
      expect([model, structuredContent!.diagnostics, told !== undefined]).toEqual([model, structuredContent!.diagnostics, true]);
      model = mend(model, told!);
    }
    expect(model).toBe('mended');
  });
});
