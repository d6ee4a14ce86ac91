import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nines-handover-'));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** With what a stranger might put into an attribute, and a database that fails over and is backed up. */
const MODEL = `nines: 1
name: Shop "1" & <b>2</b>
description: What is sold.
parameters: { crash: 30 days }  # assumption: as in the wiki
domains: { a: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: 1 h } } }, b: { kind: zone } }
components: { db: { failures: { crash: { mtbf: crash, mttr: 10 min }, disk: { mtbf: 5 years, mttr: 1 h, data: lost } } } }
services:
  db: { component: db, replicas: 2, across: zone, mode: active-passive, failover: { detect: 30 s, promote: 20 s, redirect: 5 s }, data: { size: 10 GB }, replication: { mode: async, lag: 1 s }, backup: { full: 1 day, restorable: 98% } }
targets: { availability: 99.9%, rto: { component: 5 min, zone: 10 min } }
experiments: { lose-a: { fail: a, for: 1 h } }
`;
writeFileSync(file('shop.yaml'), MODEL);

const { nines, printed, forget } = inProcess();

const RUN = ['--years', '20', '--seed', '7', '--workers', '0', '--no-experiments'];
const made = async (name: string, ...more: string[]) => {
  await nines('run', file('shop.yaml'), ...RUN, ...more, '--format', 'html', '-o', file(name));
  return readFileSync(file(name), 'utf8');
};

describe('a report to hand over', () => {
  it('has the system, its assumptions with their sources, the text of its model and the command that makes it', async () => {
    const html = await made('whole.html', '--set', 'crash=20 days');
    // The page's own drawing: both zones, both members, and what the signs mean.
    expect(html).toMatch(/<svg class="topology-drawing" role="img" aria-label="Topology of Shop &quot;1&quot; &amp; &lt;b>2&lt;\/b>"/);
    for (const drawn of ['class="place-name"', 'class="service-name"', 'class="topology-legend"']) expect(html).toContain(drawn);
    expect(html.match(/class="glyph /g)?.length).toBeGreaterThanOrEqual(4);
    for (const title of ['Topology', 'The system', 'Assumptions and sources', 'How to make it again']) expect(html).toContain(`<h2>${title}</h2>`);
    expect(html).toContain('assumption: as in the wiki');
    expect(html).toContain('What is sold.');
    expect(html).toContain('name: Shop &quot;1&quot; &amp; &lt;b>2&lt;/b>');
    expect(html).toMatch(/Made on \d{4}-\d\d-\d\d by <code>nines run \S*shop.yaml --years 20 .*--set 'crash=20 days'/);
  });

  it('says the same when it is run again, on any number of threads, with its settings and assertions', async () => {
    await made('same.html', '--set', 'crash=20 days', '--assert', 'availability >= 99%');
    expect(await nines('verify', file('same.html'), '--workers', '0')).toBe(0);
    expect(printed()).toBe('It says the same, to the last bit.\n');
  });

  it('does not where its model, or a figure in it, was changed, and names what is told otherwise', async () => {
    const html = await made('true.html');
    writeFileSync(file('model.html'), html.replaceAll('crash: 30 days', 'crash: 10 days'));
    expect(await nines('verify', file('model.html'), '--workers', '0')).toBe(1);
    expect(printed()).toMatch(/^It does not say the same:\n {2}availability\.mean: 0\.99\d+ in the report, 0\.99\d+ now\n/);
    forget();
    writeFileSync(file('figure.html'), html.replace(/(\d) min/, '$1 s'));
    expect(await nines('verify', file('figure.html'), '--workers', '0')).toBe(1);
    expect(printed()).toBe('Its figures are the same, but its text is not what they make: somebody changed it.\n');
  });

  it.each([
    ['absent.html', null, 'there is no such file'],
    ['other.html', '<html></html>', 'is no report that can be run again'],
    ['broken.html', '<section data-nines-report="{&quot;question&quot;:1}">', 'is damaged'],
  ])('refuses %s in one sentence', async (name, text, message) => {
    if (text !== null) writeFileSync(file(name), text);
    await expect(nines('verify', file(name))).rejects.toThrow(message);
  });

  it('refuses a partial one', async () => {
    const html = await made('part.html');
    writeFileSync(file('part.html'), html.replace('&quot;partial&quot;:false', '&quot;partial&quot;:true'));
    await expect(nines('verify', file('part.html'))).rejects.toThrow('is partial');
  });
});

describe('a disaster-recovery plan', () => {
  it('has the field’s template, filled from the model and its figures', async () => {
    expect(await nines('plan', file('shop.yaml'), '--years', '20', '--workers', '0')).toBe(0);
    expect(printed().match(/^## \d\. .*$/gm)).toEqual([
      '## 1. Classification',
      '## 2. Topology',
      '## 3. Backup strategy',
      '## 4. Failover procedure',
      '## 5. Recovery, as simulated',
      '## 6. Testing schedule',
      '## 7. Contacts',
      '## 8. Where these figures come from',
    ]);
    for (const line of [
      '| db | 2 db | active-passive, 1 of 2 needed | a, b | – |',
      '| db | replication | async, lag 1 s |',
      '| db | backups | full every 1 day; kept 30 days outside all domains |',
      '| db | detect | 30 s |',
      '| RTO zone | ≤ 10 min |',
      '| lose-a | fail a for 1 h |',
      '| restore db | monthly |',
      '| incident lead | … | … | … |',
    ])
      expect(printed()).toContain(line);
    expect(printed()).toMatch(/A backup never restored is not a backup: those of db may not restore/);
    expect(printed()).toMatch(/Simulated, of a mean incident: detect /);
  });

  it('is a page as well', async () => {
    await nines('plan', file('shop.yaml'), '--years', '5', '--workers', '0', '--format', 'html');
    expect(printed()).toContain('<h2>6. Testing schedule</h2>');
    expect(printed()).not.toContain('<b>2</b>');
  });
});
