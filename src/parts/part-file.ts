import { isRecord } from '../model/arguments.ts';
import { sha256 } from '../model/sha256.ts';
import { checkQuestion } from '../run/question.ts';
import { flattenStretch, readStretch } from '../run/stretch.ts';
import { VERSION } from '../version.ts';
import { type Part, PartError, rangeOf, stretchesOf } from './part.ts';

/*
 * A part as a file. Its first line says what it is, in which version of this layout, and the SHA-256 of all that
 * follows; its second one is JSON, so that people can look into it; behind that stand the stretches' numbers, each of
 * eight bytes, the lowest first.
 */

const LAYOUT = 1;
const FIRST_LINE = /^nines part (\d{1,6}) ([0-9a-f]{64})\n$/;
const FIRST_LINE_MOST = 96;
const NEWLINE = 10;

/** The same part is the same bytes. */
export function writePart({ stretches, ...part }: Part): Uint8Array {
  const flats = stretches.map(({ packed }) => flattenStretch(packed));
  const head = {
    ...part,
    stretches: stretches.map(({ job, from, end }, i) => ({ job, from, end, numbers: flats[i].length })),
  };
  const body = joined([encode(`${JSON.stringify(head)}\n`), ...flats.map((flat) => new Uint8Array(flat.buffer))]);
  return joined([encode(`nines part ${LAYOUT} ${sha256(body)}\n`), body]);
}

/**
 * @param name of the file, for messages
 * @throws PartError for what is no part, is damaged, or of another version
 */
export function readPart(bytes: Uint8Array, name: string): Part {
  const [line, body] = splitLine(bytes, FIRST_LINE_MOST);
  const [, layout, digest] = FIRST_LINE.exec(line) ?? [];
  if (layout === undefined) throw new PartError(`'${name}' is no part: nines run --part 1/4 -o FILE writes one.`);
  if (Number(layout) !== LAYOUT) {
    const age = Number(layout) > LAYOUT ? 'a newer' : 'an older';
    throw new PartError(
      `'${name}' was written by ${age} version of nines, in layout ${layout} where this one (${VERSION}) reads ` +
        `${LAYOUT}: merge it with the version that wrote it.`,
    );
  }
  if (sha256(body) !== digest)
    throw new PartError(`'${name}' is cut short or damaged (its checksum says so): make that part again.`);
  // What bears the right checksum was written by a nines, or forged: either way it says so in one line.
  try {
    return parseBody(body);
  } catch (error) {
    throw new PartError(`'${name}' has the checksum of a part and not its contents: ${(error as Error).message}`);
  }
}

function parseBody(body: Uint8Array): Part {
  const [line, numbers] = splitLine(body, body.length);
  const head: unknown = JSON.parse(line);
  if (!isRecord(head) || !isRecord(head.portion) || !isRecord(head.outline)) throw new TypeError('it has no head.');
  const { version, question, assertions, outline, portion, stretches } = head as unknown as Head;
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  const isJob = (each: unknown) => isRecord(each) && typeof each.digest === 'string' && isCount(each.batches);
  const isSentence = (each: unknown) => typeof each === 'string';
  if (typeof version !== 'string' || !Array.isArray(assertions) || !assertions.every(isSentence))
    throw new TypeError('it does not say by which version it was written.');
  if (!Array.isArray(outline.jobs) || !outline.jobs.every(isJob) || !Array.isArray(stretches))
    throw new TypeError('it does not say what there is to simulate.');
  const { part, of } = portion;
  if (!isCount(part) || !isCount(of) || part < 1 || part > of) throw new TypeError('it does not say which part it is.');
  const expected = stretchesOf(outline, rangeOf(outline, portion));
  const told = stretches.map(({ job, from, end }) => ({ job, from, end }));
  if (JSON.stringify(told) !== JSON.stringify(expected)) throw new TypeError('its batches are not those of its part.');
  let at = 0;
  const read = stretches.map(({ job, from, end, numbers: count }) => {
    const flat = new Uint8Array(isCount(count) ? count * 8 : 0);
    flat.set(numbers.subarray(at, (at += flat.length)));
    return { job, from, end, packed: readStretch(new Float64Array(flat.buffer)) };
  });
  if (at !== numbers.length) throw new TypeError('it has more numbers, or fewer, than it says.');
  return { version, question: checkQuestion(question), assertions, outline, portion, stretches: read };
}

interface Head extends Omit<Part, 'stretches'> {
  readonly stretches: readonly { job: number; from: number; end: number; numbers: number }[];
}

function splitLine(bytes: Uint8Array, most: number): [line: string, rest: Uint8Array] {
  const end = bytes.subarray(0, most).indexOf(NEWLINE) + 1;
  return [new TextDecoder().decode(bytes.subarray(0, end)), bytes.subarray(end)];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
