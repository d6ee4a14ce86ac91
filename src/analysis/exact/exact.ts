import type { Model } from '../../model/model.ts';
import { SECONDS_PER_YEAR } from '../../units/index.ts';
import type { Exact, ExactFigures, ExactIncidents } from '../report-exact.ts';
import { independentAvailability } from './independence.ts';
import { lossesForGoodPerSecond } from './losses-for-good.ts';
import { BUDGET, markovAvailability } from './markov.ts';
import { independentParts } from './markov-parts.ts';
import { grouped } from './markov-rates.ts';
import { scopeOf } from './markov-scope.ts';

const known = new WeakMap<Model, Exact>();

/**
 * What can be said of the entry without any sampling: its steady-state availability, or why there is none, and with it
 * how often it goes down; and how often data are lost for good. First by independence; else, for each part of the model
 * that shares nothing with the others, by independence or as a Markov chain.
 */
export function exactly(model: Model): Exact {
  let exact = known.get(model);
  if (exact === undefined) known.set(model, (exact = calculate(model)));
  return exact;
}

/** The entry's exact steady-state availability, or why there is none. */
export function exactFigures(model: Model): ExactFigures {
  return exactly(model).availability;
}

/** In seconds. */
interface Rates {
  readonly down: number;
  readonly failsPerSecond: number;
}

function calculate(model: Model): Exact {
  const { figures, rates } = calculateAvailability(model);
  const losses = lossesForGoodPerSecond(model);
  return {
    availability: figures,
    incidents: rates === null ? null : incidentsOf(rates),
    dataLoss: typeof losses === 'number' ? { permanentPerYear: losses * SECONDS_PER_YEAR } : null,
  };
}

function incidentsOf({ down, failsPerSecond }: Rates): ExactIncidents {
  return {
    perYear: failsPerSecond * SECONDS_PER_YEAR,
    meanSeconds: failsPerSecond > 0 ? down / failsPerSecond : null,
  };
}

function calculateAvailability(model: Model): { figures: ExactFigures; rates: Rates | null } {
  if (model.simulation.warmUpSeconds === 0)
    return none(
      'its history begins on the day of commissioning (`warm-up: 0 s`), and an exact value is one of the long run.',
    );
  const whole = independentAvailability(model);
  if ('value' in whole)
    return {
      figures: {
        value: whole.value,
        method: 'independence',
        reason: 'Failures and repairs are independent, so only their means count.',
      },
      rates: whole,
    };
  const scope = scopeOf(model);
  const parts = scope === null ? [model] : independentParts(model, scope);
  const budget = { work: BUDGET };
  let rates: Rates = { down: 0, failsPerSecond: 0 };
  let value = 1;
  let states = 0;
  let chains = 0;
  for (const part of parts) {
    const independent = parts.length === 1 ? whole : independentAvailability(part);
    if ('value' in independent) {
      value *= independent.value;
      rates = inSeries(rates, independent);
      continue;
    }
    const chain = markovAvailability(part, budget);
    if ('reason' in chain) return none(`${independent.reason}; no Markov chain either: ${chain.reason}.`);
    value *= chain.value;
    rates = inSeries(rates, chain);
    states += chain.states;
    chains++;
  }
  return { figures: { value, method: 'markov chain', reason: whyChain(parts.length, chains, states) }, rates };
}

/** Either goes down while the other is up. */
function inSeries(a: Rates, b: Rates): Rates {
  return {
    down: a.down + b.down - a.down * b.down,
    failsPerSecond: a.failsPerSecond * (1 - b.down) + b.failsPerSecond * (1 - a.down),
  };
}

function none(reason: string): { figures: ExactFigures; rates: null } {
  return { figures: { value: null, method: null, reason }, rates: null };
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
