import type { Model } from '../../model/model.ts';
import type { ExactFigures } from '../report-exact.ts';
import { independentAvailability } from './independence.ts';
import { BUDGET, markovAvailability } from './markov.ts';
import { independentParts } from './markov-parts.ts';
import { grouped } from './markov-rates.ts';
import { scopeOf } from './markov-scope.ts';

const known = new WeakMap<Model, ExactFigures>();

/**
 * The entry's exact steady-state availability, or why there is none. First by independence; else, for each part of the
 * model that shares nothing with the others, by independence or as a Markov chain.
 */
export function exactFigures(model: Model): ExactFigures {
  let figures = known.get(model);
  if (figures === undefined) known.set(model, (figures = calculate(model)));
  return figures;
}

function calculate(model: Model): ExactFigures {
  if (model.simulation.warmUpSeconds === 0)
    return none(
      'its history begins on the day of commissioning (`warm-up: 0 s`), and an exact value is one of the long run.',
    );
  const whole = independentAvailability(model);
  if ('value' in whole)
    return {
      value: whole.value,
      method: 'independence',
      reason: 'Failures and repairs are independent, so only their means count.',
    };
  const scope = scopeOf(model);
  const parts = scope === null ? [model] : independentParts(model, scope);
  const budget = { work: BUDGET };
  let value = 1;
  let states = 0;
  let chains = 0;
  for (const part of parts) {
    const independent = parts.length === 1 ? whole : independentAvailability(part);
    if ('value' in independent) {
      value *= independent.value;
      continue;
    }
    const chain = markovAvailability(part, budget);
    if ('reason' in chain) return none(`${independent.reason}; no Markov chain either: ${chain.reason}.`);
    value *= chain.value;
    states += chain.states;
    chains++;
  }
  return { value, method: 'markov chain', reason: whyChain(parts.length, chains, states) };
}

function none(reason: string): ExactFigures {
  return { value: null, method: null, reason };
}

function whyChain(parts: number, chains: number, states: number): string {
  const size = `${grouped(states)} states`;
  if (chains === 1 && parts === 1)
    return `Every time that matters is exponential, so this is a Markov chain of ${size}.`;
  const which = chains === 1 ? `a Markov chain of ${size}` : `${chains} Markov chains of ${size} in all`;
  return (
    `It falls apart into ${parts} parts that share nothing: ` +
    `${which}${chains < parts ? ', and parts in which only means count' : ''}.`
  );
}
