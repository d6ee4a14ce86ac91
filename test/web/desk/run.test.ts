import { describe, expect, test } from 'vitest';
import { eventsPerYear } from '../../../src/compile/estimate.ts';
import { parseModel } from '../../../src/model/index.ts';
import { createInProcessRunner } from '../../../src/run/in-process.ts';
import { makePlan } from '../../../src/run/plan.ts';
import { simulate } from '../../../src/run/simulate.ts';
import { createSession } from '../../../src/run/session.ts';
import { runsBeside, withWhatIsBeside } from '../../../web/desk/own-experiments.ts';
import { watch } from '../../../web/desk/run.ts';
import type { Progress } from '../../../web/desk/types.ts';

const text = (experiments: string) => `nines: 1
name: one zone
domains: { a: { kind: zone } }
components: { app: { failures: { crash: { mtbf: 10 days, mttr: constant(1 min) } } } }
services: { web: { component: app, in: a } }
targets: { rto: 15 min }
${experiments}`;

async function watched(model: ReturnType<typeof parseModel>): Promise<Progress[]> {
  const runner = createInProcessRunner();
  const session = createSession(model, makePlan(model, { years: 20, looksOften: true }, eventsPerYear(model)));
  const run = watch(session, runner, () => [], (signal, report) => withWhatIsBeside(runner, model, { report, plan: session.plan }, signal, () => undefined));
  const seen: Progress[] = [];
  for (let next = await run.next(); next !== null; next = await run.next()) seen.push(next);
  return seen;
}

describe('a run that the page watches', () => {
  test("has the model's own experiments once its years are over", async () => {
    const last = (await watched(parseModel(text('experiments: { lose-a: { fail: a, for: 6 h } }')))).at(-1)!;
    expect([last.state, last.report.run.years]).toEqual(['done', 20]);
    expect(last.report.experiments?.map(({ name, runs, targets }) => [name, runs, targets[0].verdict])).toEqual([['lose-a', 1000, 'missed']]);
  });

  test('has none where the model has none', async () => {
    const last = (await watched(parseModel(text('')))).at(-1)!;
    expect(last.state).toBe('done');
    expect(last.report).not.toHaveProperty('experiments');
  });

  test('has what inputs leave open that nobody knows, as a run in Node has it', async () => {
    const doubtful = text('parameters: { up: 5 days to 20 days }').replace('mtbf: 10 days', 'mtbf: up');
    const last = (await watched(parseModel(doubtful))).at(-1)!;
    const { availability, doubt } = await simulate(parseModel(doubtful), { years: 20, workers: 0 });
    expect([last.report.availability.doubt, last.report.doubt]).toEqual([availability.doubt, doubt]);
    expect(doubt?.inputs.map(({ parameter }) => parameter)).toEqual(['up']);
  });

  test('makes them less often where each takes long, and not at all where too few would be left', () => {
    const fleet = (replicas: number) => parseModel(text('experiments: { lose-a: { fail: a, for: 6 h } }').replace('in: a', `in: a, replicas: ${replicas}`));
    expect(runsBeside(fleet(10))).toBe(1000);
    expect(runsBeside(fleet(1000))).toBeLessThan(1000);
    expect(runsBeside(fleet(100_000))).toBe(0);
  });
});
