import type { Program } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { CountingProbe } from '../observe/counting-probe.ts';
import { PLANNED_ROW } from '../observe/names.ts';
import { createObservation, type Observation } from '../observe/observation.ts';
import { addReplication, createTally, observe, type Tally } from '../observe/tally.ts';
import type { Observer } from '../observe/observer.ts';
import type { Goals, Incident } from '../observe/told.ts';
import { AgeProbe } from './ages.ts';

/** Nothing is held against anything. */
export const NO_GOALS: Goals = { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [] };

/** An incident that has ended, with the weight that it then has, and how many failures it took. */
interface Ended extends Incident {
  readonly weight: number;
  readonly failures: number;
}

/** Writes that a service has lost. */
interface Lost {
  readonly service: number;
  readonly seconds: number;
  readonly weight: number;
  /** Of a loss without an incident the target by kind that it is held against; null: one of many that are added up. */
  readonly rpoRow: number | null;
}

/** Sums of the ordinary probe in whose place the copy's own stand. */
const BY_COPY = [
  'downByYear',
  'outByYear',
  'degradedByYear',
  'unansweredByYear',
  'incidentsByYear',
  'lossByYear',
  'permanentByYear',
  'causeIncidents',
  'failuresIncidents',
  'plannedIncidents',
] as const satisfies readonly (keyof Observation)[];

/**
 * Counts in copies of states what the ordinary probe counts in years, with the weight of the copy. Which part of an
 * incident is the copy's own the walk says when it begins (`share`); in the plain history nothing is. What an instant
 * tells is kept until the walk knows whether the instant is the copy's (`take`), or has been struck (`drop`).
 */
export class CopyProbe extends AgeProbe {
  /** Of the open incident. */
  share = 0;
  /** Nobody wants to know what a history that only settles, or looks around, has to tell. */
  listens = false;
  private tally: Tally;
  private observer: Observer;
  private readonly program: Program;
  private readonly goals: Goals;
  private readonly counting: CountingProbe;
  /** Sums of what ends in instants, where those of the ordinary probe would have such as are dropped. */
  private readonly ended: Observation;
  private readonly incidents: Ended[] = [];
  private readonly losses: Lost[] = [];
  /** Services that have lost writes in this instant, and how many of these losses have been told as without incident. */
  private readonly losers: number[] = [];
  private told = 0;
  private weight = 1;

  constructor(program: Program, goals: Goals) {
    super(program);
    this.program = program;
    this.goals = goals;
    this.counting = new CountingProbe(program, {
      observation: createObservation(program.counts, 1),
      incident: (incident, weight) => this.incidentEnds(incident, weight),
      lossWithoutIncident: (seconds, _, rpoRow) => this.lossAlone(seconds, rpoRow),
      outage: () => undefined,
      waited: () => undefined,
    });
    this.openNumbers += this.counting.openNumbers + 1;
    this.ended = createObservation(program.counts, 1);
    this.tally = createTally(program.counts);
    this.observer = observe(this.tally, program.counts, 1, goals);
  }

  override begin(e: Engine): void {
    this.counting.begin(e, 1);
    this.ended.numbers.fill(0);
    this.tally = createTally(this.program.counts);
    this.observer = observe(this.tally, this.program.counts, 1, this.goals);
    this.share = 0;
    this.drop();
  }

  override answer(e: Engine, service: number, before: number): void {
    const { weight } = e;
    e.weight = weight * this.share;
    this.counting.answer(e, service, before);
    e.weight = weight;
  }

  override loss(e: Engine, service: number, seconds: number): void {
    this.losers.push(service);
    if (this.listens) this.losses.push({ service, seconds, weight: e.weight, rpoRow: null });
    this.counting.loss(e, service, seconds);
  }

  override instant(e: Engine): boolean {
    const isRenewing = super.instant(e);
    const { weight } = e;
    this.weight = weight;
    e.weight = weight * this.share;
    const goesOn = this.counting.instant(e);
    e.weight = weight;
    this.losers.length = this.told = 0;
    return goesOn || isRenewing;
  }

  /** Books the time up to now, in which the entry was down. @param part of it that is the copy's */
  settlePart(e: Engine, part: number): void {
    const { weight } = e;
    e.weight = weight * part;
    this.counting.settle(e);
    e.weight = weight;
  }

  /** The instant has happened. @param isOwn whose losses are the copy's */
  take(isOwn: (service: number) => boolean): void {
    const { ended, incidents, losses, observer, program } = this;
    if (incidents.length === 0 && losses.length === 0) return;
    for (const incident of incidents) {
      const { cause, failures, weight } = incident;
      ended.causeIncidents[cause] += weight;
      ended.failuresIncidents[failures] += weight;
      const planned = program.causePlanned[cause];
      for (const row of planned === PLANNED_ROW.none ? [planned] : [planned, PLANNED_ROW.all])
        if (row < ended.plannedIncidents.length) ended.plannedIncidents[row] += weight;
      observer.incident(incident, weight);
    }
    for (const { service, seconds, weight, rpoRow } of losses) {
      if (!isOwn(service)) continue;
      if (rpoRow !== null) observer.lossWithoutIncident(seconds, weight, rpoRow);
      else if (seconds === Infinity) ended.permanentByYear[0] += weight;
      else ended.lossByYear[0] += seconds * weight;
    }
    this.drop();
  }

  drop(): void {
    this.incidents.length = this.losses.length = 0;
  }

  /** The entry goes down. @param weight that of the copy's share in it */
  goesDown(weight: number): void {
    this.ended.incidentsByYear[0] += weight;
  }

  /** It has answered so much for so many seconds, times the weight of the copy's share in that. */
  spend(answer: number, isDown: boolean, seconds: number): void {
    const { degradedByYear, downByYear, outByYear, unansweredByYear } = this.ended;
    unansweredByYear[0] += seconds * (1 - answer);
    if (isDown) downByYear[0] += seconds;
    else degradedByYear[0] += seconds;
    if (answer === 0) outByYear[0] += seconds;
  }

  /** What the history's copies came to, as a tally of one history of one year. */
  close(years: number): Tally {
    const { ended, tally } = this;
    const { observation } = this.counting;
    for (const name of BY_COPY) observation[name].set(ended[name]);
    for (let i = 0; i < observation.numbers.length; i++) observation.numbers[i] /= years;
    addReplication(tally, observation, NO_GOALS);
    return tally;
  }

  override save(into: Float64Array): void {
    super.save(into);
    const ages = this.upSince.length;
    into[ages] = this.share;
    this.counting.save(into.subarray(ages + 1));
  }

  override load(from: Float64Array): void {
    super.load(from);
    const ages = this.upSince.length;
    this.share = from[ages];
    this.counting.load(from.subarray(ages + 1));
    this.losers.length = this.told = 0;
  }

  private incidentEnds(incident: Incident, weight: number): void {
    if (weight === 0 || !this.listens) return;
    const failures = this.counting.open.incidentFailures;
    this.incidents.push({ ...incident, stages: incident.stages.slice(), weight, failures });
  }

  private lossAlone(seconds: number, rpoRow: number): void {
    const service = this.losers[Math.min(this.told++, this.losers.length - 1)];
    if (this.listens) this.losses.push({ service, seconds, weight: this.weight, rpoRow });
  }
}
