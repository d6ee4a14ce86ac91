import type { Program } from '../compile/program.ts';
import type { Job } from './job.ts';

/** Below this, bytes, a copy for each worker is nothing. */
const WORTH_SHARING = 1_000_000;

/**
 * The job with the programs' large arrays in memory that workers read together, where there is such memory: a program
 * of a million members is 16 MB, and nobody writes to it. (A page has it only where it is isolated from other origins.)
 */
export function sharedJob(job: Job): Job {
  const isIsolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated !== false;
  if (typeof SharedArrayBuffer === 'undefined' || !isIsolated) return job;
  return { ...job, programs: job.programs.map(share) };
}

function share(program: Program): Program {
  const fields = Object.entries(program).map(([name, value]: [string, unknown]) => [
    name,
    isLarge(value) ? copy(value) : value,
  ]);
  return Object.fromEntries(fields) as Program;
}

function isLarge(value: unknown): value is Int32Array | Float64Array {
  return (value instanceof Int32Array || value instanceof Float64Array) && value.byteLength >= WORTH_SHARING;
}

function copy(array: Int32Array | Float64Array): Int32Array | Float64Array {
  const memory = new SharedArrayBuffer(array.byteLength);
  const shared = array instanceof Int32Array ? new Int32Array(memory) : new Float64Array(memory);
  shared.set(array);
  return shared;
}
