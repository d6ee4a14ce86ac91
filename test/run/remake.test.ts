import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/run/digest.ts';
import type { Job } from '../../src/run/job.ts';
import { type Question, studyOf } from '../../src/run/question.ts';
import type { OpenRunner } from '../../src/run/runner.ts';
import { conduct } from '../../src/run/study.ts';
import { DECIDING, open } from '../parts/studies.ts';

async function jobsOf(question: Question): Promise<Job[]> {
  const seen: Job[] = [];
  const watched: OpenRunner = (...asked) => {
    const runner = open(...asked);
    return { ...runner, load: (job) => (seen.push(job), runner.load(job)) };
  };
  const study = await studyOf(question);
  await conduct(watched, {}, () => study);
  return seen;
}

const sent = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

describe.each(Object.entries(DECIDING))('%s', (_, question) => {
  it('has its jobs made again elsewhere, of its question and what they are named by, to the last bit', async () => {
    const jobs = await jobsOf(question);
    const { remake } = await studyOf(sent(question));
    expect(jobs.length).toBeGreaterThan(2);
    for (const job of jobs) expect(digestOf(await remake!.job(sent(job.recipe)))).toBe(digestOf(job));
  });

  it.each([
    null,
    'rubbish',
    [],
    [1e9],
    ['1 h'],
    {},
    { candidate: 99, yearsPerObservation: 10, to: 32 },
    { candidate: 0, yearsPerObservation: 1e12, to: 32 },
    { candidate: 0, yearsPerObservation: 10, to: 1e12 },
    { inputs: [{ name: '__proto__', kind: 'parameter', end: 'low' }], years: 100 },
    { inputs: [{ name: 'web_replicas', kind: 'parameter', end: 'constructor' }], years: 100 },
    { inputs: [], years: 1e12 },
    { patterns: ['map'], years: 100 },
    { patterns: new Array(99).fill(0), years: 100 },
  ])('makes nothing of %j', async (recipe) => {
    const { remake } = await studyOf(question);
    await expect(remake!.job(recipe)).rejects.toThrow(RangeError);
  });
});
