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
  expect(shared.programs[0]).toEqual(job.programs[0]);
  expect(simulateJob(shared, 0)).toEqual(simulateJob(job, 0));
});
