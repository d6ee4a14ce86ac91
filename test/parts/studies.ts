import { createInProcessRunner } from '../../src/run/in-process.ts';
import { makePart } from '../../src/parts/make-part.ts';
import type { Part } from '../../src/parts/part.ts';
import { type Kind, type Question, studyOf } from '../../src/run/question.ts';
import type { OpenRunner } from '../../src/run/runner.ts';
import { conduct } from '../../src/run/study.ts';
import { COIN, SHOP } from '../models.ts';

const DRILLED = SHOP.replace('\nservices:', '\nexperiments: { lose-db: { fail: db }, lose-web: { fail: web } }\nservices:');
const shop = { models: [{ text: DRILLED, file: 'shop.yaml' }], set: {} };
/** Fails so seldom that ten thousand runs of an experiment are over in a moment. */
export const SELDOM = `${COIN.replace('mtbf: 1 day', 'mtbf: 5 years')}experiments: { lose-it: { fail: server, for: 2 h } }\n`;
const seldom = { models: [{ text: SELDOM, file: 'coin.yaml' }], set: {} };
const frugal = { text: SHOP.replace('web_replicas: 3', 'web_replicas: 2'), file: 'frugal.yaml' };

/** One question of each kind, over in a moment, in a few dozen batches. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  'a run': { kind: 'run', ...shop, wishes: { years: 100 } },
  'a run with its experiments': { kind: 'run', ...seldom, wishes: { years: 100, experiments: true } } as Question<'run'>,
  'a comparison': { kind: 'compare', ...shop, models: [...shop.models, frugal], wishes: { years: 100 } },
  'a sweep': { kind: 'sweep', ...shop, wishes: { years: 30, vary: { web_replicas: '2,3,4' } } },
  experiments: { kind: 'experiment', ...shop, wishes: { runs: 60 } },
};

const REPAIRED = COIN.replace('mttr: 1 day', 'mttr: mttr').replace(/^services:/m, 'parameters: { mttr: 10 h }\nservices:');

/** Those that decide as they go, and cannot be divided beforehand. */
export const DECIDING: Readonly<Record<string, Question>> = {
  'a solve': { kind: 'sweep', models: [{ text: REPAIRED, file: 'coin.yaml' }], set: {}, wishes: { years: 30, vary: { mttr: '1 h..100 h:8' }, solve: 'availability >= 75%' } },
  'an optimization': { kind: 'optimize', ...shop, wishes: { years: 640, vary: { web_replicas: '2,3' }, subjectTo: [{ figure: 'availability', atLeast: 0.9 }] } },
  'an explanation': { kind: 'explain', models: [{ text: REPAIRED, file: 'coin.yaml' }], set: {}, wishes: { years: 30, patterns: true } },
};

export const open: OpenRunner = () => createInProcessRunner();

/** What the question's study comes to, without what the clock and the machine decide. */
export async function answer<K extends Kind>(runner: OpenRunner, question: Question<K>): Promise<string> {
  const study = await studyOf(question);
  const report = await conduct(runner, {}, () => study);
  return JSON.stringify(report, (key, value: unknown) => (key === 'seconds' || key === 'workers' ? 0 : value));
}

export async function partOf(question: Question, part: number, of: number): Promise<Part> {
  return (await makePart(open, question, [], { part, of }))!;
}
