import { compile } from '../compile/compile.ts';
import type { Compiled, Program } from '../compile/program.ts';
import { type Model, parseModel } from '../model/index.ts';
import { exactly } from '../analysis/exact/exact.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/*
 * Models whose unavailability is known exactly: by independence, where of units that fail and are repaired by
 * themselves only the means count, whatever the laws; or as a Markov chain, with failovers and elections. Heavy
 * repairs, wear-out, common causes and fleets are the traps of whoever simulates the rare.
 */

interface RareCase {
  readonly name: string;
  readonly text: string;
  /** Of a law that takes more room than a model's text has. */
  readonly change?: (model: Model) => Model;
}

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `g${i}`);
/** So many services of one kind, all of which the entry needs. */
const groups = (count: number, service: string): string => {
  const each = names(count).map((name) => `${name}: { ${service} }`);
  return `services: { e: { needs: [${names(count).join(', ')}] }, ${each.join(', ')} }\nentry: e`;
};
const unit = (mtbf: string, mttr: string): string =>
  `components: { c: { failures: { f: { mtbf: '${mtbf}', mttr: '${mttr}' } } } }`;
const zone = (name: string): string =>
  `${name}: { kind: zone, failures: { outage: { mtbf: 4 years, mttr: 'lognormal(1 h, 8 h)' } } }`;

const fire = (mttr: string): string =>
  `domains: { r: { kind: region, failures: { burns: { mtbf: 5000 years, mttr: '${mttr}' } } } }`;

const failover = (replicas: number, stages: string): string =>
  `services: { s: { component: c, replicas: ${replicas}, mode: active-passive, failover: { ${stages} } } }`;
const pair = (mttr: string, stages: string): string => `${unit('60 days', mttr)}\n${failover(2, stages)}`;
const SLOW = 'detect: exponential(30 s), promote: exponential(30 s)';
const REBUILT = 'retry: exponential(1 h), rebuild: exponential(20 h)';
const FAILING = 'detect: 10 s, promote: 30 s, success: 95%';
const FAST = 'detect: exponential(3 s), promote: exponential(3 s)';

export const CASES: readonly RareCase[] = [
  {
    name: 'one unit, lognormal(1 h, 24 h) repairs',
    text: `${unit('1000 h', 'lognormal(1 h, 24 h)')}\nservices: { s: { component: c } }`,
  },
  {
    name: 'four groups of 1 of 3, 4e-12, constant repairs',
    text: `${unit('10000 h', 'constant(1 h)')}\n${groups(4, 'component: c, replicas: 3')}`,
  },
  {
    name: 'the same, lognormal(1 h, 24 h) repairs',
    text: `${unit('65000 h', 'lognormal(1 h, 24 h)')}\n${groups(4, 'component: c, replicas: 3')}`,
  },
  {
    name: 'Weibull 3 failures, lognormal(1 h, 24 h) repairs, 1 of 3',
    text: `${unit('weibull(3, 4000 h)', 'lognormal(1 h, 24 h)')}\nservices: { s: { component: c, replicas: 3 } }`,
  },
  {
    name: 'gamma and lognormal failures of one unit, Weibull 0.5 repairs, 1 of 3',
    text: `components: { c: { failures: {
  f: { mtbf: 'gamma(0.5, 4000 h)', mttr: 'weibull(0.5, 3 h)' },
  g: { mtbf: 'lognormal(100 days, 400 days)', mttr: 1 h } } } }
services: { s: { component: c, replicas: 3 } }`,
  },
  {
    name: 'a repair of 1 h, with chance 1e-4 of 5,000 h, 1 of 3',
    text: `${unit('1000 h', '1 h')}\nservices: { s: { component: c, replicas: 3 } }`,
    change: (model) => ({
      ...model,
      components: model.components.map((component) => ({
        ...component,
        failures: component.failures.map((mode) => ({
          ...mode,
          down: { kind: 'empirical' as const, values: [...Array<number>(9_999).fill(3600), 5000 * 3600] },
        })),
      })),
    }),
  },
  {
    name: 'a region of 30 days every 5,000 years, and crashes of a minute',
    text: `${fire('constant(30 days)')}
components: { s: { failures: { crash: { mtbf: 30 days, mttr: 60 s } } } }
services: { web: { component: s, in: r } }`,
  },
  {
    name: 'ten groups over three zones, lognormal repairs',
    text: `domains: { ${['z1', 'z2', 'z3'].map(zone).join(', ')} }
${unit('2000 h', 'lognormal(30 min, 4 h)')}
${groups(10, 'component: c, replicas: 3, in: [z1, z2, z3]')}`,
  },
  {
    name: '17 of 20',
    text: `${unit('10000 h', 'lognormal(20 min, 2 h)')}\nservices: { s: { component: c, replicas: 20, required: 17 } }`,
  },
  {
    name: 'pair, shards, region, Weibull pairs',
    text: `domains: { r: { kind: region, failures: { burns: { mtbf: 500 years, mttr: 10 days } } } }
components:
  p: { failures: { f: { mtbf: 100 days, mttr: 'lognormal(1 h, 8 h)' } } }
  q: { failures: { f: { mtbf: 3 years, mttr: 'lognormal(4 h, 30 h)' } } }
  w: { failures: { f: { mtbf: 'weibull(3, 2 years)', mttr: 6 h } } }
services:
  e: { needs: [pair, shards, w1, w2], component: p, replicas: 3, in: r }
  pair: { component: p, replicas: 2 }
  shards: { component: q, replicas: 20, required: 17 }
  w1: { component: w, replicas: 2 }
  w2: { component: w, replicas: 2 }
entry: e`,
  },
  {
    name: 'fifty groups, quiet a fifth of the time',
    text: `${unit('1000 h', 'lognormal(6 h, 20 h)')}\n${groups(50, 'component: c, replicas: 3')}`,
  },
  {
    name: 'a pair that fails over in a minute',
    text: pair('6 h', 'detect: exponential(30 s), promote: exponential(30 s)'),
  },
  {
    name: 'a pair of whose promotions one in 1,000 fails for 1,000 h',
    text: pair('6 h', `${FAST}, success: 99.9%, retry: exponential(1000 h)`),
  },
  { name: 'a pair that is rebuilt for 20 h', text: pair('1 h', `${FAST}, rebuild: exponential(20 h)`) },
  {
    name: 'a pair that goes home, with false alarms',
    text: pair('6 h', `${FAST}, failback: { after: exponential(1 h) }, false-positive: { mtbf: 100 days }`),
  },
  {
    name: 'three that follow each other at once, and are rebuilt',
    text: `${unit('60 days', '6 h')}\n${failover(3, 'detect: 0 s, promote: 0 s, rebuild: exponential(20 h)')}`,
  },
  {
    name: 'a quorum of five that elects in 10 s',
    text: `${unit('60 days', '6 h')}
services: { s: { component: c, replicas: 5, mode: quorum, elect: exponential(10 s) } }`,
  },
  {
    name: 'a shock that hits each of five with 5%',
    text: `components: { c: { failures: { f: { mtbf: 1 year, mttr: 2 h } } } }
services: { s: { component: c, replicas: 3 }, t: { component: c, replicas: 2, needs: [s] } }
shocks: { bad: { mtbf: 10 years, mttr: 'lognormal(1 h, 10 h)', hits: [s, t], probability: 5% } }
entry: t`,
  },
];

/**
 * Beside those above, what plain runs of a few years cover worst: pairs that fail over fast and are repaired slowly,
 * fires, heavy tails, promotions that fail before long rebuilds. Not all of them have an exact value.
 */
export const HARD: readonly RareCase[] = [
  {
    name: 'a pair, 30 s constant, lognormal(3 h, 24 h) repairs',
    text: pair('lognormal(3 h, 24 h)', 'detect: 10 s, promote: 20 s'),
  },
  {
    name: 'a pair whose members fail once a year, lognormal(1 h, 24 h)',
    text: `${unit('1 year', 'lognormal(1 h, 24 h)')}\n${failover(2, SLOW)}`,
  },
  {
    name: 'a fire every 5,000 years, lognormal(10 days, 60 days), over a pair',
    text: `${fire('lognormal(10 days, 60 days)')}
components: { s: { failures: { crash: { mtbf: 30 days, mttr: 'lognormal(1 h, 24 h)' } } } }
services: { web: { component: s, in: r, replicas: 2 } }`,
  },
  {
    name: 'one unit once a year, lognormal(1 h, 24 h)',
    text: `${unit('1 year', 'lognormal(1 h, 24 h)')}\nservices: { s: { component: c } }`,
  },
  {
    name: '1 of 3, lognormal(1 h, 24 h)',
    text: `${unit('65000 h', 'lognormal(1 h, 24 h)')}\nservices: { s: { component: c, replicas: 3 } }`,
  },
  {
    name: 'one in 20 promotions fails, rebuilds of 20 h',
    text: pair('6 h', `${SLOW}, success: 95%, ${REBUILT}`),
  },
  {
    name: 'the same, rebuilds of lognormal(5 h, 48 h)',
    text: pair('6 h', `${FAILING}, retry: 'lognormal(10 min, 2 h)', rebuild: 'lognormal(5 h, 48 h)'`),
  },
  {
    name: 'the same of three, rebuilds of 20 h',
    text: `${unit('60 days', '6 h')}\n${failover(3, `${FAILING}, ${REBUILT}`)}`,
  },
];

/** A fleet in which the rare is very many failures at once: beyond what strikes can reach, and seen to be so. */
export const FLEET: RareCase = {
  name: '985 of 1,000',
  text: `${unit('1000 h', 'lognormal(2 h, 10 h)')}\nservices: { s: { component: c, replicas: 1000, required: 985 } }`,
};

export function modelOf({ text, change }: RareCase): { model: Model; compiled: Compiled; program: Program } {
  const parsed = parseModel(`nines: 1\nname: rare\n${text}`);
  const model = change === undefined ? parsed : change(parsed);
  const compiled = compile(model);
  return { model, compiled, program: compiled.program };
}

/** In the long run; with all its digits, where 1 less the availability has few left. */
export function exactUnavailability(model: Model): number {
  const { availability, incidents } = exactly(model);
  if (incidents !== null) return (incidents.perYear * (incidents.meanSeconds ?? 0)) / SECONDS_PER_YEAR;
  if (availability.value === null) throw new Error(availability.reason);
  return 1 - availability.value;
}

/** How often the entry goes down; null: it is not known. */
export function exactIncidentsPerYear(model: Model): number | null {
  return exactly(model).incidents?.perYear ?? null;
}
