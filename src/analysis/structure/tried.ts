import { compileExperiment } from '../../compile/faultload.ts';
import { clockFails } from '../../engine/clocks.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import { nextEvent } from '../../engine/heap.ts';
import { advance } from '../../engine/replicate.ts';
import { instantEnds } from '../../engine/settle.ts';
import { start } from '../../engine/start.ts';
import type { Injection, Model, Target } from '../../model/model.ts';
import { linkName, linksNamed } from '../../model/network.ts';
import { ExperimentCountingProbe } from '../../observe/experiment.ts';
import type { RankedCut } from './cut-kind.ts';
import { together } from './elements.ts';

/*
 * What takes the entry down where no structure function says so: a lock that is on the other side of a cut, a majority
 * of those that are left, shards, members that move, loads. Nothing fails by itself; one thing or two break at once, in
 * a system at rest, and for good; when all failovers, moves and cascades are done the entry is down, at some hour of
 * the day, or it is not. Minimal as any cut set is: none that would do by itself is named in a pair.
 */

/** By then nothing moves any more, seconds; and so long before that a whole day has passed. */
const SETTLED = 60 * 86_400;
const DAY = 86_400;
/** Nobody mends it before that, seconds. */
const FOR_GOOD = { kind: 'constant', value: 1e9 } as const;
/** So many are tried in twos: some thousand trials, about a second. */
const MOST_IN_PAIRS = 45;
const MOST_ALONE = 300;

/** Something that is broken as a whole; a shock by all that it hits. */
interface Trial {
  readonly name: string;
  readonly unavailability: number;
  readonly targets: readonly Target[];
  /** The domain in which it stands or that it is, −1: none. */
  readonly domain: number;
  readonly isDomain: boolean;
}

export function tryCutSets(model: Model): { readonly found: RankedCut[]; readonly hasTriedPairs: boolean } {
  const trials = trialsOf(model).slice(0, MOST_ALONE);
  const isDown = atRest(model, trials);
  const found: RankedCut[] = [];
  if (isDown([])) return { found, hasTriedPairs: false };
  const spared = trials.filter((trial, i) => {
    if (isDown([i])) found.push({ causes: [trial.name], unavailability: trial.unavailability });
    return found.at(-1)?.causes[0] !== trial.name;
  });
  const hasTriedPairs = spared.length <= MOST_IN_PAIRS;
  if (!hasTriedPairs) return { found, hasTriedPairs };
  spared.forEach((a, i) => {
    for (const b of spared.slice(i + 1)) {
      if (holds(model, a, b) || holds(model, b, a)) continue;
      if (isDown([trials.indexOf(a), trials.indexOf(b)]))
        found.push({ causes: [a.name, b.name], unavailability: a.unavailability * b.unavailability });
    }
  });
  return { found, hasTriedPairs };
}

/** All that can fail: domains, members, shocks, and the links between two domains together. */
function trialsOf(model: Model): Trial[] {
  const { domains, services, components, shocks, links } = model;
  const outside = { domain: -1, isDomain: false };
  return [
    ...domains.map(({ name, failures }, domain) => ({
      ...{ name, unavailability: together(failures), domain, isDomain: true },
      targets: [{ kind: 'domain', text: name, domain } as const],
    })),
    ...services.flatMap(({ name, component, placement, sites }, service) =>
      component < 0 || sites !== null
        ? []
        : placement.map((domain, replica) => {
            const text = placement.length === 1 ? name : `${name}[${replica}]`;
            const unavailability = together(components[component].failures);
            const targets = [{ kind: 'member', text, services: [service], replica } as const];
            return { name: text, unavailability, targets, domain, isDomain: false };
          }),
    ),
    ...shocks.map((shock) => ({
      ...{ ...outside, name: shock.name, unavailability: shock.probability === 0 ? 0 : together([shock]) },
      targets: [
        { kind: 'service', text: shock.name, services: shock.hits } as const,
        ...(shock.domains ?? []).map((domain): Target => ({ kind: 'domain', text: shock.name, domain })),
      ],
    })),
    ...[...new Set(links.map((link) => linksNamed(model, linkName(model, link))[0]))].map((first) => {
      const name = linkName(model, links[first]);
      const all = linksNamed(model, name);
      const unavailability = all.reduce((share, link) => share * together(links[link].failures), 1);
      return { ...outside, name, unavailability, targets: [{ kind: 'link', text: name, links: all } as const] };
    }),
  ].filter(({ unavailability }) => unavailability > 0);
}

function holds({ domains }: Model, outer: Trial, inner: Trial): boolean {
  if (!outer.isDomain) return false;
  for (let at = inner.domain; at >= 0; at = domains[at].parent) if (at === outer.domain) return true;
  return false;
}

/** Is the entry down once these are, and all that follows has happened? */
function atRest(model: Model, trials: readonly Trial[]): (broken: readonly number[]) => boolean {
  const steps = trials.flatMap(({ targets }) =>
    targets.map((target): Injection => ({ target, delaySeconds: 0, down: FOR_GOOD, losesData: false })),
  );
  const { program, faultload } = compileExperiment(withoutFailures(model), { name: '', steps });
  const e = createEngine(program, new ExperimentCountingProbe(program));
  let step = 0;
  const clocks = trials.map(({ targets }) => targets.flatMap(() => [...faultload.steps[step++].clocks]));
  const isOut = () => e.state.answer[program.entry] < program.downBelow;
  return (broken) => {
    start(e, '1', 0, 1, 0, Infinity);
    advance(e, 0);
    for (const trial of broken) for (const clock of clocks[trial]) clockFails(e, clock);
    instantEnds(e);
    advance(e, SETTLED - DAY);
    return isOut() || isEverOut(e, isOut);
  };
}

function isEverOut(e: Engine, isOut: () => boolean): boolean {
  for (let next = nextEvent(e); next <= SETTLED; next = nextEvent(e)) {
    advance(e, next);
    if (isOut()) return true;
  }
  return false;
}

/** The same system, in which nothing happens by itself. */
function withoutFailures(model: Model): Model {
  const never = <Owner>(owner: Owner) => ({ ...owner, failures: [] });
  return {
    ...model,
    components: model.components.map(never),
    domains: model.domains.map(never),
    links: model.links.map(never),
    shocks: [],
    experiments: [],
    services: model.services.map((service) => ({
      ...service,
      ...{ deploy: null, maintenance: null, check: null },
      failover:
        service.failover === null
          ? null
          : { ...service.failover, falsePositive: null, driftPerSecond: 0, drillSeconds: null },
    })),
  };
}
