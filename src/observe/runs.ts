/*
 * Numbers on their way to another thread: only those that differ from what both sides know, run by run. Of an array how
 * many runs there are; of each run where it begins, how many numbers it has, and these.
 */

/** Equal numbers between two runs that cost no more than beginning another one. */
const GAP = 2;

/** Runs of numbers that differ from the other ones (none: from 0): where each begins, and how many they are. */
export function runsOf(numbers: Float64Array, others: Float64Array | null): number[] {
  const { length } = numbers;
  const differs = (i: number) => numbers[i] !== (others === null ? 0 : others[i]);
  const runs: number[] = [];
  for (let i = 0; i < length; i++) {
    if (!differs(i)) continue;
    let end = i + 1;
    for (let next = end; next < length && next <= end + GAP; next++) if (differs(next)) end = next + 1;
    runs.push(i, end - i);
    i = end;
  }
  return runs;
}

/** A header, and an array's runs behind it. */
export function packRuns(header: readonly number[], numbers: Float64Array, others: Float64Array | null): Float64Array {
  const runs = runsOf(numbers, others);
  let length = header.length + 1 + runs.length;
  for (let i = 1; i < runs.length; i += 2) length += runs[i];
  const packed = new Float64Array(length);
  packed.set(header);
  let at = header.length;
  packed[at++] = runs.length / 2;
  for (let i = 0; i < runs.length; i += 2) {
    packed[at++] = runs[i];
    packed[at++] = runs[i + 1];
    packed.set(numbers.subarray(runs[i], runs[i] + runs[i + 1]), at);
    at += runs[i + 1];
  }
  return packed;
}

/** Writes the runs into an array that has the other numbers. @returns where what comes after them begins */
export function readRuns(packed: Float64Array, from: number, numbers: Float64Array): number {
  let at = from;
  for (let left = packed[at++]; left > 0; left--) {
    const start = packed[at++];
    const count = packed[at++];
    numbers.set(packed.subarray(at, at + count), start);
    at += count;
  }
  return at;
}

/** @throws unless what was sent is of this version, and as `isAlike` says of what is expected */
export function checkVersion(what: string, version: number, expected: number, isAlike: boolean): void {
  if (version === expected && isAlike) return;
  throw new Error(
    `This page or package reads ${what} of version ${expected} and was sent version ${version}` +
      (version === expected ? ' with other figures in it' : '') +
      ': the file of its worker is older or newer. Reload, or build again.',
  );
}
