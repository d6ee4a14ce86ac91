import { expect, test } from 'vitest';
import { parseModel } from '../../src/model/index.ts';
import { DISTRIBUTION_NAMES } from '../../src/model/language/distributions.ts';
import { ALL_WORDS } from '../model/words.ts';
import { randomCapacity } from './random-capacity.ts';
import { randomModel, randomSites } from './random-model.ts';
import { randomNetwork } from './random-network.ts';
import { randomPeople } from './random-people.ts';
import { randomPlanned } from './random-planned.ts';

/** As many of each kind as the invariant checker watches. */
const MODELS = 200;

/** Words that no random model has, and why. */
const NOT_DRAWN: Readonly<Record<string, string>> = {
  'model.description': 'for people',
  'model.currency': 'a name',
  'model.parameters': 'read into numbers before anything is compiled',
  'parameter.value': 'read into a number, as a plain value is',
  'parameter.from': 'the least that a slider or a search tries',
  'parameter.to': 'the most that a slider or a search tries',
  'parameter.is=assumption': 'says who chooses it',
  'parameter.is=decision': 'says who chooses it',
  'model.losses': 'a price: nothing happens by it',
  'losses.downtime': 'a price',
  'losses.data': 'a price',
  'domain.cost': 'a price',
  'component.cost': 'a price',
  'service.cost': 'a price',
  'service.running-cost': 'a price',
  'data set.cost': 'a price',
  'backup.cost': 'a price',
  'backup.transfer-cost': 'a price',
  'replication.transfer-cost': 'a price',
  'model.targets': 'what figures are held against: nothing happens by it',
  'targets.availability': 'a goal',
  'targets.rto': 'a goal',
  'targets.rpo': 'a goal',
  'targets.budget': 'a goal',
  'sla.promise': 'what is promised: nothing happens by it',
  'sla.window=day': 'how time is cut up when it is counted',
  'sla.window=week': 'how time is cut up when it is counted',
  'sla.window=month': 'how time is cut up when it is counted',
  'sla.window=quarter': 'how time is cut up when it is counted',
  'sla.window=year': 'how time is cut up when it is counted',
  'sla.fee': 'a price',
  'sla.credits': 'a price',
  'sla.tolerates': 'what the promise counts: nothing happens by it',
  'sla.excludes': 'what the promise counts: nothing happens by it',
  'model.simulation': 'whoever lives through a random model says how',
  'simulation.years': 'said by whoever simulates',
  'simulation.seed': 'said by whoever simulates',
  'simulation.warm-up': 'said by whoever simulates',
  'simulation.mission': 'said by whoever simulates',
};

const TEXTS = [randomModel, randomSites, randomPeople, randomPlanned, randomCapacity, randomNetwork].flatMap((random) => Array.from({ length: MODELS }, (_, seed) => random(seed)));

test('several hundred random models have every word of the language, but for those that nothing happens by', () => {
  const drawn = new Set(TEXTS.flatMap((text) => parseModel(text).words));
  expect(ALL_WORDS.filter((word) => !drawn.has(word)).sort()).toEqual(Object.keys(NOT_DRAWN).sort());
});

test('they have every distribution', () => {
  expect(DISTRIBUTION_NAMES.filter((name) => !TEXTS.some((text) => text.includes(`${name}(`)))).toEqual([]);
});
