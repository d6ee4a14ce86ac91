import { applyActs, type Act } from '../edit/index.ts';
import { domains } from '../edit/find.ts';
import { at } from '../edit/plain.ts';
import { type Sketch, sketchOf, type Written, zoneOf } from '../edit/patterns/sketch.ts';
import { checkModel, type ParseOptions, type ParsedModel } from '../model/index.ts';
import type { Load } from '../model/load.ts';
import { DAY_SECONDS } from '../units/hours.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/** A zone is back for a second a day, before anybody believes in it: an outage of years would be one not yet seen. */
const GONE = { mtbf: 'constant(1 s)', mttr: 'constant(1 day)' };
/** A limit lies within this share of the widest range. */
const FINEST = 1_000;

/** One thing to look for, as a solve of a text that is made of the model's: a zone is gone in it. */
export interface Question {
  readonly service: string;
  readonly zone: string | null;
  readonly of: 'fleet' | 'load';
  readonly text: string;
  readonly set: Readonly<Record<string, string | number>>;
  readonly parameter: string;
  readonly vary: Readonly<Record<string, string>>;
  readonly tried: readonly [number, number];
  /** The availability that has to be reached; seconds of the longest outage that a run may not have seen. */
  readonly least: number;
  readonly longest: number;
  /** What a value of the parameter is worth, in members' worth of the busiest hour. */
  readonly scale: number;
}

/** A service whose limit is asked for. */
export interface Asked {
  readonly service: string;
  readonly replicas: number;
  readonly peak: number;
  readonly questions: readonly Question[];
}

/** There is no limit to look for. */
export class NoLimit extends RangeError {
  override readonly name = 'NoLimit';
}

/**
 * @param names of services; empty: all that have a load
 * @param share of the busiest hours that has to be answered
 * @throws NoLimit
 */
export function limitQuestions(
  text: string,
  model: ParsedModel,
  { set = {} }: ParseOptions,
  names: readonly string[],
  share: number,
): Asked[] {
  const loaded = model.services.filter(({ load }) => load !== null).map(({ written }) => written);
  const stranger = names.find((name) => !loaded.includes(name));
  if (stranger !== undefined)
    throw new NoLimit(
      model.services.some(({ written }) => written === stranger)
        ? `'${stranger}' has no load: say how much work there is, in members' worth, as in 'load: 400%'`
        : `there is no service '${stranger}'`,
    );
  if (loaded.length === 0)
    throw new NoLimit("no service has a load: say how much work there is, in members' worth, as in 'load: 400%'");
  const sketch = sketchOf(text);
  const least = goalShare(model, share);
  return (names.length > 0 ? names : loaded).map((name) => {
    const on = sketch.services.find((service) => service.name === name)!;
    const own = model.services.find(({ written }) => written === name)!;
    const load = own.load!;
    const zones = [...new Set(own.placement.map((place) => (place < 0 ? null : zoneNamed(sketch, place))))];
    // A cascade ends with the busiest hours, or does not end.
    const longest = load.crash !== null && model.traffic.length < 2 ? SECONDS_PER_YEAR : DAY_SECONDS;
    const peak = Math.max(...shares(model));
    const told = { text, model, set, least, longest, sketch, on, load, peak, replicas: own.placement.length };
    return {
      ...{ service: name, replicas: told.replicas, peak: load.worth * told.peak },
      questions: zones.flatMap((zone) => [fleetQuestion(told, zone, zones.length), loadQuestion(told, zone)]),
    };
  });
}

/** The name of what is lost with a member that stands there: its zone, or else where it stands. */
function zoneNamed(sketch: Sketch, place: number): string {
  const zone = zoneOf(sketch, place);
  return sketch.model.domains[zone < 0 ? place : zone].name;
}

interface Told {
  readonly text: string;
  readonly model: ParsedModel;
  readonly set: Readonly<Record<string, string | number>>;
  readonly least: number;
  readonly longest: number;
  readonly sketch: Sketch;
  readonly on: Written;
  readonly load: Load;
  /** Share of the load in the busiest hour. */
  readonly peak: number;
  readonly replicas: number;
}

/** What there is of a load by the hour. */
const shares = ({ traffic }: ParsedModel) => (traffic.length === 0 ? [1] : traffic.map(({ share }) => share));

/** The busiest hours are a part of the day: as much of it may be lost as is left of them. */
function goalShare({ traffic }: ParsedModel, share: number): number {
  if (traffic.length === 0) return share;
  const most = Math.max(...traffic.map((step) => step.share));
  const length = (i: number) => {
    const next = traffic[(i + 1) % traffic.length].fromSeconds + (i + 1 === traffic.length ? DAY_SECONDS : 0);
    return next - traffic[i].fromSeconds;
  };
  const busy = traffic.reduce((sum, step, i) => sum + (step.share === most ? length(i) : 0), 0);
  return 1 - (1 - share) * (busy / DAY_SECONDS);
}

function fleetQuestion(told: Told, zone: string | null, zones: number): Question {
  const { model, text, on, load, peak, sketch, replicas } = told;
  const quiet = Math.min(...shares(model));
  const carry = (work: number) => Math.ceil((work / load.above) * (1 - 1e-9));
  // With as many again as it takes to lose a zone of these, for what fails beside it.
  const needed = Math.ceil((carry(load.worth * peak) * zones) / Math.max(1, zones - 1));
  const most = Math.max(replicas, 2 * needed + 4);
  const { name, acts, written } = variable(told, 'replicas', 'limit_fleet', String(replicas));
  const lost = [...lose(sketch, zone), ...acts];
  const made = make(text, lost);
  const set = without(told.set, written);
  const fits = (count: number) => checkModel(made, { set: { ...set, [name]: count } }).model !== null;
  const from = furthest(replicas, Math.max(1, carry(load.worth * quiet)), fits);
  const to = Math.max(furthest(replicas, most, fits), from + 1);
  return {
    ...{ service: on.name, zone, of: 'fleet', text: made, set, least: told.least, longest: told.longest, scale: 1 },
    ...{ parameter: name, vary: { [name]: `${from}..${to}` }, tried: [from, to] },
  };
}

function loadQuestion(told: Told, zone: string | null): Question {
  const { text, on, load, peak, sketch, replicas } = told;
  const { name, acts } = variable(told, 'load', 'limit_load', String(load.worth), false);
  // More is not carried in the busiest hour even by all of them.
  const most = (replicas * load.above) / peak;
  let step = 0.01 / peak;
  while (most / step > FINEST) step *= 10;
  const steps = Math.max(1, Math.floor(most / step) - 1);
  const from = most - steps * step;
  return {
    ...{ service: on.name, zone, of: 'load', text: make(text, [...lose(sketch, zone), ...acts]), set: told.set },
    ...{
      parameter: name,
      vary: { [name]: `${from}..${most}:${steps}` },
      tried: [from * peak, most * peak],
      least: told.least,
      longest: told.longest,
      scale: peak,
    },
  };
}

/** The number nearest to `to` that fits, seen from one that does; all fit up to one, and none behind. */
function furthest(known: number, to: number, fits: (count: number) => boolean): number {
  if (fits(to)) return to;
  let [good, bad] = [known, to];
  while (Math.abs(bad - good) > 1) {
    const middle = Math.round((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The parameter by which a key of the service is varied: its own, or a new one. */
function variable(
  { sketch, on }: Told,
  key: string,
  fresh: string,
  value: string,
  own = true,
): { readonly name: string; readonly acts: readonly Act[]; readonly written: string | null } {
  const written = at(on.keys, [key]);
  if (own && typeof written === 'string' && at(sketch.plain, ['parameters', written]) !== undefined)
    return { name: written, acts: [{ act: 'set', path: ['parameters', written], value }], written };
  let name = fresh;
  while (at(sketch.plain, ['parameters', name]) !== undefined) name += '_';
  return {
    ...{ name, written: null },
    acts: [
      { act: 'set', path: ['parameters', name], value },
      { act: 'set', path: ['services', on.name, key], value: name },
    ],
  };
}

function lose({ plain }: Sketch, zone: string | null): Act[] {
  const found = domains(plain).find(({ name }) => name === zone);
  return found === undefined
    ? []
    : [
        {
          act: 'add',
          thing: { what: 'failure', of: { what: 'domain', name: found.name }, name: 'limit' },
          value: GONE,
        },
      ];
}

function make(text: string, acts: readonly Act[]): string {
  const made = applyActs(text, acts);
  if ('refused' in made) throw new NoLimit(made.refused);
  return made.text;
}

function without(set: Told['set'], name: string | null): Told['set'] {
  return Object.fromEntries(Object.entries(set).filter(([key]) => key !== name));
}
