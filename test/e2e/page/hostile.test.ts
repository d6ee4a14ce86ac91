import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { encodeLink, LINK_LIMITS } from '../../../web/state/link.ts';
import { checksum, toBase64 } from '../../../web/state/packing.ts';
import { type Site, startSite } from './harness.ts';
import { longestTask } from './main-thread.ts';
import { chooseFromGallery, settled } from './steps.ts';

/** It is 0.4 s where each key is an error of its own; a text that freezes the page took twenty seconds and more. */
const RESPONSIVE_MILLISECONDS = 2_000;

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

/** So that only what the text costs is counted: the errors of the text are there, and the editor has taken it up. */
async function opened(page: Page, text: string): Promise<void> {
  await page.getByText(/[1-9]\d* errors?/).first().waitFor({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Text' }).click();
  await page.locator('.cm-content').waitFor({ timeout: 60_000 });
  await page.locator('.cm-line').first().getByText(text.slice(0, 20).split('\n')[0]).first().waitFor();
}

const fill = (part: string) => part.repeat(Math.floor(LINK_LIMITS.text / part.length));
const HOSTILE: Record<string, string> = {
  'thirty thousand brackets': '['.repeat(30_000),
  'maps in maps': fill('{a: '),
  'lists in lists in one line': fill('- '),
  'keys behind keys': fill('a: '),
  'the same key again and again': fill('a: 1\n'),
};

describe('a hostile text', () => {
  test.each(Object.entries(HOSTILE))('%s, leaves the page responsive when it is opened by a link, and when it is reopened', async (_, text) => {
    const { page, context } = await site.open({ path: 'icon.svg' });
    const first = await longestTask(site.browser, page, async () => {
      await page.goto(site.url + (await encodeLink({ text, seed: '', years: 0, tab: '' })));
      await opened(page, text);
    });
    // What was saved is what the next visit begins with.
    await expect.poll(() => page.evaluate(() => Object.values({ ...localStorage }).some((value) => value.length > 20_000))).toBe(true);
    await page.close();
    const again = await context.newPage();
    const second = await longestTask(site.browser, again, async () => {
      await again.goto(site.url);
      await opened(again, text);
    });
    expect(Math.max(first, second)).toBeLessThan(RESPONSIVE_MILLISECONDS);
    await chooseFromGallery(again, 'Stateless tier, three zones');
    await settled(again);
  }, 180_000);

  test('whose data unpack to 500 MB is cut at its 2 MB while it is unpacked', async () => {
    const bomb = seal(zeros(500));
    expect(bomb.length).toBeLessThan(LINK_LIMITS.link);
    const { page } = await site.open({ path: 'icon.svg' });
    await page.addInitScript(() => {
      const Native = DecompressionStream;
      const seen = { taken: 0 };
      (window as unknown as { seen: typeof seen }).seen = seen;
      window.DecompressionStream = class {
        readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
        readonly writable: WritableStream<BufferSource>;
        constructor(format: CompressionFormat) {
          const native = new Native(format);
          const to = native.writable.getWriter();
          this.readable = native.readable;
          const write = (part: BufferSource) => ((seen.taken += part.byteLength), to.write(part));
          this.writable = new WritableStream({ write, close: () => to.close(), abort: (reason) => to.abort(reason) });
        }
      };
    });
    await page.goto(site.url + bomb);
    await page.getByRole('heading', { name: 'This link cannot be opened' }).waitFor();
    await page.getByText(/more than a model/).waitFor();
    // Deflate makes at most 1,032 bytes of one: what was not put in was not unpacked.
    const taken = await page.evaluate(() => (window as unknown as { seen: { taken: number } }).seen.taken);
    expect(taken).toBeGreaterThan(0);
    expect(taken * 1_032).toBeLessThan(4 * LINK_LIMITS.bytes);
  });
});

function seal(packed: Uint8Array<ArrayBuffer>): string {
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, checksum(packed));
  bytes.set(packed, 4);
  return `#n1=${toBase64(bytes)}`;
}

/** So many megabytes of zeros, packed: a block that can be repeated, and an end. */
function zeros(megabytes: number): Uint8Array<ArrayBuffer> {
  const block = deflateRawSync(new Uint8Array(1_000_000), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Uint8Array.from(Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(new Uint8Array(0))]));
}
