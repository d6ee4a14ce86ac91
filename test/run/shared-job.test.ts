import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { eventsPerYear } from '../../src/compile/estimate.ts';
import { parseModel } from '../../src/model/index.ts';
import { simulateJob } from './at-once.ts';
import { makePlan } from '../../src/run/plan.ts';
import { sharedJob } from '../../src/run/shared-job.ts';

it('workers read one copy of a large program, which is the same to the last bit', () => {
  const model = parseModel(`nines: 1
components: { server: { failures: { crash: { mtbf: 400 years, mttr: 2 h } } } }
services: { web: { component: server, replicas: 300000, required: 299999 } }
entry: web`);
  const job = { programs: [compile(model).program], plan: makePlan(model, { years: 1 }, eventsPerYear(model)) };
  const shared = sharedJob(job);
  expect(shared.programs[0].clockFleet.buffer).toBeInstanceOf(SharedArrayBuffer);
  // Buffers as bytes: numbers one by one take a hundred times as long.
  expect(inBytes(shared.programs[0])).toEqual(inBytes(job.programs[0]));
  expect(inBytes(simulateJob(shared, 0))).toEqual(inBytes(simulateJob(job, 0)));
});

/** The same with each array of numbers as what kind it is and the digest of its bytes. */
function inBytes(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return `${value.constructor.name} ${createHash('sha256').update(bytes).digest('hex')}`;
  }
  if (Array.isArray(value)) return value.map(inBytes);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inBytes(each)]));
}
