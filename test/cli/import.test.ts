import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const compose = join(folder, 'compose.yml');
writeFileSync(compose, 'services:\n  web: { image: nginx, ports: [80] }\n');

describe('nines import', () => {
  const { nines, printed, forget } = inProcess();

  it('prints questions, what it left out, and the model, which check takes', async () => {
    const model = join(folder, 'model.yaml');
    expect(await nines('import', compose, '--model', model)).toBe(EXIT.ok);
    for (const text of ['Questions', 'web_mtbf', 'Not in the model', 'entry: web']) expect(printed()).toContain(text);
    expect(readFileSync(model, 'utf8')).toContain('# question 1:');
    forget();
    expect(await nines('import', compose, '--format', 'json')).toBe(EXIT.ok);
    expect(printed()).toContain('services.web.ports (line 2)');
    expect(await nines('check', model)).toBe(EXIT.ok);
    for (const format of ['json', 'markdown', 'html']) expect(await nines('import', compose, '--format', format)).toBe(EXIT.ok);
  });

  it('refuses what it cannot read, with the exit code of a wrong model', async () => {
    const hcl = join(folder, 'main.tf');
    writeFileSync(hcl, 'resource "aws_vpc" "web" {}');
    expect(await nines('import', hcl)).toBe(EXIT.model);
  });
});
