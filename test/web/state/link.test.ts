import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName } from '../../../web/share/download.ts';
import { decodeLink, encodeLink, isLink, LINK_LIMITS, LONG_LINK } from '../../../web/state/link.ts';
import { checksum, deflate, toBase64 } from '../../../web/state/packing.ts';

const folder = join(import.meta.dirname, '../../../models');
const models = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const plain = { seed: '', years: 0, tab: '' };

async function linkOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const packed = await deflate(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return seal(packed);
}

function seal(packed: Uint8Array<ArrayBuffer>): string {
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, checksum(packed));
  bytes.set(packed, 4);
  return `#n1=${toBase64(bytes)}`;
}

async function reasonOf(hash: string): Promise<string> {
  const found = await decodeLink(hash);
  return found.ok ? 'read' : found.reason;
}

describe('a link', () => {
  test.each(models)('holds %s, and is short enough to be sent', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const link = await encodeLink({ text, seed: 'review-7', years: 5_000, tab: 'recovery' });
    expect(link).toMatch(/^#n1=[\w-]+$/);
    expect(link.length).toBeLessThan(LONG_LINK);
    expect(await decodeLink(link)).toEqual({ ok: true, text, seed: 'review-7', years: 5_000, tab: 'recovery' });
  });

  test('holds any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 20 }), fc.nat(1e9), async (text, seed, years) => {
        const shared = { text, seed, years, tab: 'cost' };
        expect(await decodeLink(await encodeLink(shared))).toEqual({ ok: true, ...shared });
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  test('survives padding, escaped or not', async () => {
    const link = await encodeLink({ text: 'a', ...plain });
    expect(await reasonOf(`${link}=`)).toBe('read');
    expect(await reasonOf(`${link}%3D%3D`)).toBe('read');
  });

  test('is told from other fragments', () => {
    expect(['#n1=x', '#n2=x', '#results', '', '#n=x', 'n1=x'].map(isLink)).toEqual([true, true, false, false, false, false]);
  });
});

describe('a hostile or broken link', () => {
  test('cut anywhere is called damaged', async () => {
    const link = await encodeLink({ text: readFileSync(join(folder, 'web-shop.yaml'), 'utf8'), ...plain });
    for (let length = 4; length < link.length; length += 37) expect(await reasonOf(link.slice(0, length))).toMatch(/damaged/);
  });

  test('with one character changed is called damaged', async () => {
    const link = await encodeLink({ text: 'services: { a: { needs: [b] } }', ...plain });
    for (let i = 4; i < link.length - 1; i++) {
      const other = link[i] === 'A' ? 'B' : 'A';
      expect(await reasonOf(link.slice(0, i) + other + link.slice(i + 1)), String(i)).toMatch(/damaged/);
    }
  });

  test.each(['#n1=', '#n1=!!!', '#n1=AAAA', '#n1=AAAAAAAA', '#n1=<script>alert(1)</script>', '#n1=AA AA', '#n1=A&n1=B'])('%s is called damaged', async (hash) => {
    expect(await reasonOf(hash)).toMatch(/damaged/);
  });

  test('that is none says so', async () => {
    expect(await reasonOf('#results')).toMatch(/no model/);
    expect(await reasonOf('')).toMatch(/no model/);
  });

  test('of another version says so', async () => {
    expect(await reasonOf('#n2=AAAA')).toMatch(/newer version/);
    expect(await reasonOf('#n999999=AAAA')).toMatch(/newer version/);
  });

  test('that unpacks to gigabytes is stopped early', async () => {
    const bomb = await linkOf(new Uint8Array(200_000_000));
    expect(bomb.length).toBeLessThan(LINK_LIMITS.link);
    const began = performance.now();
    expect(await reasonOf(bomb)).toMatch(/more than a model/);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('that is too long, or holds too long a text, is not opened', async () => {
    expect(await reasonOf(`#n1=${'A'.repeat(LINK_LIMITS.link)}`)).toMatch(/more than a model/);
    expect(await reasonOf(await encodeLink({ text: 'a'.repeat(LINK_LIMITS.text + 1), ...plain }))).toMatch(/more than a model/);
    expect(await reasonOf(await encodeLink({ text: 'a'.repeat(LINK_LIMITS.text), ...plain }))).toBe('read');
  });

  test.each([
    'null', '5', '[]', '{}', '{"t":5}', '{', '{"t":"a","y":"b"}', '{"t":"a","y":-1}', '{"t":"a","y":1.5}', '{"t":"a","y":1e300}',
    '{"t":"a","s":5}', `{"t":"a","s":"${'s'.repeat(65)}"}`, `{"t":"a","b":"${'b'.repeat(33)}"}`, '{"__proto__":{"t":"a"}}',
  ])('with %s in it is not a model', async (content) => {
    expect(await reasonOf(await linkOf(content))).toMatch(/not a model/);
  });

  test('with bytes that are no text is not a model', async () => {
    expect(await reasonOf(await linkOf(Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])))).toMatch(/not a model/);
  });

  test('whose packed model ends early is damaged', async () => {
    const packed = await deflate(new TextEncoder().encode('{"t":"a"}'));
    expect(await reasonOf(seal(packed.slice(0, -3)))).toMatch(/damaged/);
  });
});

test.each([
  ['Web shop, three zones', 'web-shop-three-zones'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Überseering ½', 'u-berseering-1-2'],
  ['✕', 'model'],
])('%j is downloaded as %s', (name, file) => {
  expect(fileName(name)).toBe(file);
});
