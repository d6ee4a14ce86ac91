import { unpackStretch } from '../run/stretch.ts';
import { digestOf } from '../run/digest.ts';
import type { Job, Results } from '../run/job.ts';
import type { Question } from '../run/question.ts';
import type { OpenRunner } from '../run/runner.ts';
import { bestCover, gapsIn } from './cover.ts';
import { differencesOf } from './differences.ts';
import { fillingPortions } from './gaps.ts';
import { type Part, PartError, type PartStretch, type Portion, rangeOf } from './part.ts';
import { writePart } from './part-file.ts';

/** A part and what its file is called. */
export interface NamedPart {
  readonly name: string;
  readonly part: Part;
}

/** Parts that are all of one study. */
export interface Merged {
  readonly question: Question;
  readonly assertions: readonly string[];
  /** Hands out what the parts have instead of simulating it. */
  readonly open: OpenRunner;
  /** Files that were left aside, as others have their batches. */
  readonly spare: readonly string[];
}

/** Parts of one plan that leave something out. */
export class MissingParts extends PartError {
  readonly question: Question;
  readonly assertions: readonly string[];
  readonly missing: readonly Portion[];

  constructor(message: string, { question, assertions }: Part, missing: readonly Portion[]) {
    super(message);
    this.question = question;
    this.assertions = assertions;
    this.missing = missing;
  }
}

/**
 * Puts parts together, in whatever order they are given. Each batch counts once: a second copy of a part is held
 * against the first.
 * @throws PartError with all that is wrong; MissingParts where batches are missing
 */
export function mergeParts(parts: readonly NamedPart[]): Merged {
  if (parts.length === 0) throw new PartError('there are no parts to merge.');
  const [first] = parts;
  const strangers = parts.flatMap(({ name, part }) => {
    const differences = differencesOf(first.part, part);
    return differences.length === 0
      ? []
      : [`'${name}' is of another plan than '${first.name}': ${differences.join('; ')}.`];
  });
  if (strangers.length > 0) throw new PartError(strangers.join('\n'));

  const once = new Map<string, NamedPart>();
  const disagreeing: string[] = [];
  for (const each of parts) {
    const range = rangeOf(each.part.outline, each.part.portion);
    const before = once.get(`${range.from} ${range.end}`);
    if (before === undefined) once.set(`${range.from} ${range.end}`, each);
    else if (!isSame(before.part, each.part)) {
      disagreeing.push(
        `'${before.name}' and '${each.name}' are the same batches and not the same figures: one of the machines ` +
          'that made them reckons wrongly. Make both again.',
      );
    }
  }
  if (disagreeing.length > 0) throw new PartError(disagreeing.join('\n'));

  const { outline, question, assertions } = first.part;
  const ranges = [...once.values()].map((each) => ({ ...each, ...rangeOf(outline, each.part.portion) }));
  const cover = bestCover(ranges);
  const { end } = rangeOf(outline, { part: 1, of: 1 });
  const gaps = gapsIn(cover, end);
  if (gaps.length > 0) {
    const missing = fillingPortions(
      outline,
      ranges.map(({ part: { portion } }) => portion),
      gaps,
    );
    const words = gaps.map((gap) => (gap.end - gap.from === 1 ? `${gap.from + 1}` : `${gap.from + 1} to ${gap.end}`));
    throw new MissingParts(`of ${end} batches these are missing: ${words.join(', ')}.`, first.part, missing);
  }
  const spare = ranges.filter((each) => !cover.includes(each)).map(({ name }) => name);
  return { question, assertions, open: openFor(cover.map(({ part }) => part)), spare };
}

/** Portions of two counts may be the same batches. */
function isSame(one: Part, other: Part): boolean {
  const portion = { part: 1, of: 1 };
  const plain = (part: Part) => writePart({ ...part, question: one.question, portion });
  const [a, b] = [plain(one), plain(other)];
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Batches that are handed out ahead: there is nothing to wait for. */
const WINDOW = 64;

function openFor(parts: readonly Part[]): OpenRunner {
  const { outline } = parts[0];
  const stretches = parts.flatMap((part) => part.stretches);
  return () => {
    let give: (batch: number) => Results = () => {
      throw new Error('A batch was asked for before there was a job.');
    };
    return {
      workers: parts.length,
      window: WINDOW,
      load(job) {
        const digest = digestOf(job);
        const number = outline.jobs.findIndex((each) => each.digest === digest);
        if (number < 0) throw new PartError('this nines makes another plan of the same question than the parts have.');
        give = giver(
          job,
          stretches.filter((each) => each.job === number),
        );
      },
      run: async (batch) => give(batch),
      close: async () => undefined,
    };
  };
}

/** @param stretches of this job, in order and without a gap */
function giver(job: Job, stretches: readonly PartStretch[]): (batch: number) => Results {
  let at = -1;
  let nth: (nth: number) => Results = () => {
    throw new Error('There are no such batches.');
  };
  return (batch) => {
    const found = stretches.findIndex(({ from, end }) => batch >= from && batch < end);
    if (found !== at) {
      at = found;
      nth = unpackStretch(job, stretches[found].packed);
    }
    return nth(batch - stretches[found].from);
  };
}
