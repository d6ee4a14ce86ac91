import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeParts, MissingParts, type NamedPart } from '../../src/parts/merge-parts.ts';
import type { Portion } from '../../src/parts/part.ts';
import { readPart, writePart } from '../../src/parts/part-file.ts';
import type { Question } from '../../src/run/question.ts';
import { answer, open, partOf, QUESTIONS } from './studies.ts';

const nameOf = ({ part, of }: Portion) => `${part}-of-${of}`;

/** Parts as files, each made once. */
function maker(question: Question) {
  const made = new Map<string, Promise<NamedPart>>();
  const make = async (portion: Portion, name: string): Promise<NamedPart> => {
    return { name, part: readPart(writePart(await partOf(question, portion.part, portion.of)), name) };
  };
  return (portion: Portion): Promise<NamedPart> => {
    const name = nameOf(portion);
    if (!made.has(name)) made.set(name, make(portion, name));
    return made.get(name)!;
  };
}

/** A portion, or its two halves, each perhaps divided again. */
function divided(portion: Portion, depth: number): fc.Arbitrary<Portion[]> {
  if (depth === 0) return fc.constant([portion]);
  const { part, of } = portion;
  const halves = [part * 2 - 1, part * 2].map((each) => divided({ part: each, of: of * 2 }, depth - 1));
  const both = fc.tuple(...halves).map((each) => each.flat());
  return fc.oneof<fc.Arbitrary<Portion[]>[]>(fc.constant([portion]), both);
}

/** Whatever they are divided into, in any order, some of them twice. */
const partitions = fc
  .constantFrom(1, 3)
  .chain((of) => fc.tuple(...Array.from({ length: of }, (_, i) => divided({ part: i + 1, of }, 2))))
  .chain((all) => {
    const portions = all.flat();
    return fc.tuple(fc.shuffledSubarray(portions, { minLength: portions.length }), fc.subarray(portions));
  })
  .map(([portions, again]) => [...portions, ...again]);

describe.each(Object.entries(QUESTIONS))('the parts of %s', (_, question) => {
  it('are one report to the last bit, however it is divided, in any order, and with copies', async () => {
    const expected = await answer(open, question);
    const make = maker(question);
    await fc.assert(
      fc.asyncProperty(partitions, async (portions) => {
        const merged = mergeParts(await Promise.all(portions.map(make)));
        expect(await answer(merged.open, merged.question)).toBe(expected);
      }),
      { numRuns: 4, seed: 15 },
    );
  });
});

describe('merging', () => {
  const question = QUESTIONS['a run'] as Question<'run'>;
  const make = maker(question);

  it('counts a batch once where parts of several counts overlap, and says which are left aside', async () => {
    const portions = [{ part: 1, of: 2 }, { part: 2, of: 3 }, { part: 2, of: 2 }, { part: 1, of: 1 }];
    const merged = mergeParts(await Promise.all(portions.map(make)));
    expect(merged.spare.length).toBeGreaterThan(0);
    expect(await answer(merged.open, merged.question)).toBe(await answer(open, question));
  });

  it('says which two parts of the same batches disagree', async () => {
    const [one, other] = await Promise.all([{ part: 1, of: 2 }, { part: 2, of: 2 }].map(make));
    const [stretch] = one.part.stretches;
    const [tally] = stretch.packed.tallies;
    const wrong = tally.map((x, i) => (i === tally.length - 1 ? x + 1 : x));
    const part = { ...one.part, stretches: [{ ...stretch, packed: { ...stretch.packed, tallies: [wrong] } }] };
    expect(() => mergeParts([one, other, { name: 'again', part }])).toThrow(
      "'1-of-2' and 'again' are the same batches and not the same figures",
    );
  });

  it('names the batches that are missing, and the portions that fill the gaps', async () => {
    const portions = [1, 3, 5].map((part) => ({ part, of: 5 }));
    const parts = await Promise.all(portions.map(make));
    const missing = failure(() => mergeParts(parts)) as MissingParts;
    expect(missing).toBeInstanceOf(MissingParts);
    expect(missing.missing).toEqual([2, 4].map((part) => ({ part, of: 5 })));
    const { outline } = parts[0].part;
    const all = outline.jobs[0].batches;
    const edge = (part: number) => Math.floor((part * all) / 5);
    expect(missing.message).toBe(
      `of ${all} batches these are missing: ${edge(1) + 1} to ${edge(2)}, ${edge(3) + 1} to ${edge(4)}.`,
    );
    const filled = [...parts, ...(await Promise.all(missing.missing.map(make)))];
    expect(await answer(mergeParts(filled).open, question)).toBe(await answer(open, question));
  });

  it('fills a gap that portions of one count fit into with these, and else with all that are not there of the first', async () => {
    const fits = await Promise.all([{ part: 1, of: 2 }, { part: 3, of: 4 }].map(make));
    expect((failure(() => mergeParts(fits)) as MissingParts).missing).toEqual([{ part: 4, of: 4 }]);
    const crosses = await Promise.all([{ part: 1, of: 2 }, { part: 2, of: 3 }].map(make));
    expect((failure(() => mergeParts(crosses)) as MissingParts).missing).toEqual([{ part: 2, of: 2 }]);
  });

  it.each([
    ['the seed', { wishes: { years: 100, seed: 'other' } }, '--seed is not given there, other here'],
    ['the years', { wishes: { years: 200 } }, '--years is 100 there, 200 here'],
    ['a parameter', { set: { web_replicas: '4' } }, '--set web_replicas is not given there, 4 here'],
    ['the text', { models: [{ ...question.models[0], text: `${question.models[0].text}# a remark\n` }] }, 'the text of shop.yaml is another'],
    ['the name', { models: [{ ...question.models[0], file: 'other.yaml' }] }, 'the model is called shop.yaml there, other.yaml here'],
  ])('refuses a part that differs in %s, and says so', async (_, change, words) => {
    const stranger = await partOf({ ...question, ...change }, 2, 2);
    const parts = [await make({ part: 1, of: 2 }), { name: 'stranger', part: stranger }];
    expect(() => mergeParts(parts)).toThrow(`'stranger' is of another plan than '1-of-2': ${words}.`);
  });

  it('takes a model for the same wherever its file lies', async () => {
    const moved = { ...question, models: [{ ...question.models[0], file: '/home/somebody/shop.yaml' }] };
    const parts = [await make({ part: 1, of: 2 }), { name: 'moved', part: await partOf(moved, 2, 2) }];
    expect(await answer(mergeParts(parts).open, question)).toBe(await answer(open, question));
  });

  it('refuses a part of another version, or of a program that was built otherwise', async () => {
    const [one, other] = await Promise.all([{ part: 1, of: 2 }, { part: 2, of: 2 }].map(make));
    const older = { name: 'older', part: { ...other.part, version: '0.0.1' } };
    expect(() => mergeParts([one, older])).toThrow(/the version of nines is .* there, 0\.0\.1 here/);
    const outline = { jobs: other.part.outline.jobs.map((job) => ({ ...job, digest: '0'.repeat(64) })) };
    expect(() => mergeParts([one, { name: 'other', part: { ...other.part, outline } }])).toThrow('built differently');
  });

  it('can be asked of no study whose years depend on what is seen, nor for more parts than there are batches', async () => {
    await expect(partOf({ ...question, wishes: { precision: 0.1 } }, 1, 2)).rejects.toThrow('give --years instead');
    await expect(partOf(question, 1, 100_000)).rejects.toThrow(/there are only \d+ batches to divide: at most \d+ parts/);
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
