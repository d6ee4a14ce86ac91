import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { built } from '../built.ts';

const MILLION = `nines: 1
components: { server: { failures: { crash: { mtbf: 5 years, mttr: 2 h } } } }
services: { web: { component: server, replicas: 1000000, required: 900000 } }
entry: web
`;

it('a million members are run in 64 MB of objects, what is outside of them in flat arrays', async () => {
  const cli = join(await built(), 'cli.js');
  const args = ['--max-old-space-size=64', cli, 'run', '-', '--years', '1', '--workers', '0', '--format', 'json'];
  const report = JSON.parse(execFileSync(process.execPath, args, { input: MILLION, encoding: 'utf8' }));
  expect(report.run.events).toBeGreaterThan(700_000);
});
