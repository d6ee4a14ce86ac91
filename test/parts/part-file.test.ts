import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/model/sha256.ts';
import { readPart, writePart } from '../../src/parts/part-file.ts';
import { PartError } from '../../src/parts/part.ts';
import { VERSION } from '../../src/version.ts';
import { partOf, QUESTIONS } from './studies.ts';

const part = await partOf(QUESTIONS['a comparison'], 2, 3);
const bytes = writePart(part);
const text = (words: string) => new TextEncoder().encode(words);

/** The bytes with another body, under a checksum that is right. */
function forged(change: (head: Record<string, unknown>) => unknown): Uint8Array {
  const [first, head] = new TextDecoder().decode(bytes).split('\n', 2);
  const numbers = bytes.subarray(first.length + head.length + 2);
  const changed = text(`${JSON.stringify(change(JSON.parse(head) as Record<string, unknown>))}\n`);
  const body = Uint8Array.from([...changed, ...numbers]);
  return Uint8Array.from([...text(`nines part 1 ${sha256(body)}\n`), ...body]);
}

describe("a part's file", () => {
  it('is read as it was written, and is the same bytes whenever it is made', async () => {
    expect(Buffer.from(writePart(readPart(bytes, 'x'))).equals(bytes)).toBe(true);
    expect(readPart(bytes, 'x').portion).toEqual({ part: 2, of: 3 });
    expect(Buffer.from(writePart(await partOf(QUESTIONS['a comparison'], 2, 3))).equals(bytes)).toBe(true);
  });

  it('shows people what it is in its first two lines', () => {
    const [first, second] = new TextDecoder().decode(bytes).split('\n', 2);
    expect(first).toMatch(/^nines part 1 [0-9a-f]{64}$/);
    expect(JSON.parse(second)).toMatchObject({ version: VERSION, portion: { part: 2, of: 3 }, question: { kind: 'compare' } });
  });

  it('is refused in one line where a byte is another, or where it ends too soon', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, flip, isCut) => {
        const damaged = isCut ? bytes.slice(0, at) : bytes.map((byte, i) => (i === at ? byte ^ flip : byte));
        const error = failure(() => readPart(damaged, 'broken.nines'));
        expect(error).toBeInstanceOf(PartError);
        expect((error as Error).message).toMatch(/^'broken\.nines' (is no part|is cut short or damaged|was written by an? \w+ version)[^\n]*$/);
      }),
      { numRuns: 30, seed: 15 },
    );
  });

  it.each([
    ['what is something else', text('{"nines": 1}\n'), "'x' is no part: nines run --part 1/4 -o FILE writes one."],
    ['nothing', text(''), "'x' is no part: nines run --part 1/4 -o FILE writes one."],
    ['another layout', text(`nines part 2 ${'0'.repeat(64)}\n`), `'x' was written by a newer version of nines, in layout 2 where this one (${VERSION}) reads 1: merge it with the version that wrote it.`],
  ])('is refused in one line where it is %s', (_, foreign, message) => {
    expect(failure(() => readPart(foreign, 'x'))).toEqual(new PartError(message));
  });

  it.each<[string, (head: Record<string, unknown>) => unknown]>([
    ['no object', () => 5],
    ['without a question', (head) => ({ ...head, question: undefined })],
    ['of an unknown command', (head) => ({ ...head, question: { ...(head.question as object), kind: 'format-disk' } })],
    ['with batches of another part', (head) => ({ ...head, portion: { part: 1, of: 3 } })],
    ['of a part that cannot be', (head) => ({ ...head, portion: { part: 4, of: 3 } })],
    ['with more numbers than it has', (head) => ({ ...head, stretches: (head.stretches as object[]).map((each) => ({ ...each, numbers: 1e9 })) })],
    ['with jobs that are none', (head) => ({ ...head, outline: { jobs: [{ digest: 1, batches: -1 }] } })],
  ])('is refused in one line where it is forged: %s', (_, change) => {
    expect(failure(() => readPart(forged(change), 'x'))).toMatchObject({ name: 'PartError', message: expect.stringMatching(/^'x' has the checksum of a part and not its contents: [^\n]+$/) as unknown });
  });
});

function failure(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It went well.');
}
