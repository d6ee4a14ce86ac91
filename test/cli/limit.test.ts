import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT, UsageError } from '../../src/cli/exit.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-limit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, services: string, zones = 'a: { kind: zone }, b: { kind: zone }, c: { kind: zone }') => {
  const text = `nines: 1
name: Evening
domains: { r: { kind: region, domains: { ${zones} } } }
components: { server: { failures: { crash: { mtbf: 60 days, mttr: 5 min } } } }
services: { ${services} }
entry: web
`;
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const web = 'web: { component: server, replicas: 3, across: zone, retry: true, load: 300% }';

describe('nines limit', () => {
  const { nines, printed, forget } = inProcess();

  it('says in words how large a fleet has to be and how much the one there carries, in every format', async () => {
    const model = file('evening.yaml', web);
    for (const [format, texts] of [
      ['table', ['web survives the loss of a zone at the busiest hour with 5 members, and has 3.', '210%']],
      ['json', ['"kind": "limits"', '"fleet": 5']],
      ['csv', ['web,,fleet,5', 'web,a,fleet.holds,5', 'web,a,fleet.fails,4']],
      ['markdown', ['## Evening', 'With one zone gone']],
      ['html', ['<h2>With one zone gone']],
    ] as const) {
      forget();
      expect(await nines('limit', model, '--workers', '0', '--format', format)).toBe(EXIT.ok);
      for (const text of texts) expect(printed().replace(/\s+/g, ' ')).toContain(text);
    }
  });

  it('says that no fleet survives where all of it stands in the zone', async () => {
    forget();
    expect(await nines('limit', file('one-zone.yaml', web, 'a: { kind: zone }'), '--workers', '0')).toBe(EXIT.ok);
    expect(printed().replace(/\s+/g, ' ')).toMatch(/No fleet of up to \d+ members of web surely survives the loss of a zone at the busiest hour\. Its 3 surely survive it at no load\./);
  });

  it('refuses a model without a load, a service that has none, and a share that is none', async () => {
    const model = file('two.yaml', `${web}, db: { component: server, replicas: 1 }`);
    await expect(nines('limit', model, 'db')).rejects.toThrow(UsageError);
    await expect(nines('limit', model, 'db')).rejects.toThrow("'db' has no load: say how much work there is");
    await expect(nines('limit', model, '--share', '120%')).rejects.toThrow("--share takes a share between 0 and 100%, such as 95%, not '120%'.");
  });
});
