import type { Program } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { CountingProbe } from '../observe/counting-probe.ts';
import { createObservation } from '../observe/observation.ts';
import { createHistogram, histogramAdd } from '../statistics/histogram.ts';
import type { Goals, Incident } from '../observe/told.ts';
import { AgeProbe } from './ages.ts';

/** Nothing is held against anything. */
export const NO_GOALS: Goals = { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [] };

/** An incident that has ended, with the weight that it then has. */
interface Ended extends Pick<Incident, 'recoverySeconds' | 'lossSeconds'> {
  readonly weight: number;
}

/** Writes that a service has lost. */
interface Lost {
  readonly service: number;
  readonly seconds: number;
  readonly weight: number;
  /** Told a second time, as a loss without an incident. */
  readonly isAlone: boolean;
}

/** Times, each with a weight: their histogram, null without any, and how much of them is within the objective. */
interface Times {
  histogram: Float64Array | null;
  within: number;
}

/** What copies of one history came to; sums are per year of it. */
export interface CopiesTold {
  /** Lengths of the entry's incidents; writes lost in them, and without any. Seconds. */
  readonly recovery: Readonly<Times>;
  readonly lost: Readonly<Times>;
  readonly incidents: number;
  /** Seconds of writes that were there again; times that data was lost for good. */
  readonly restorable: number;
  readonly permanent: number;
  /** [PHASE] seconds of down time. */
  readonly stages: Float64Array;
}

/**
 * Counts in copies of states what the ordinary probe counts in years, with the weight of the copy. Which part of an
 * incident is the copy's own the walk says when it begins (`share`); in the plain history nothing is. What an instant
 * tells is kept until the walk knows whether the instant is the copy's (`take`), or has been struck (`drop`).
 */
export class CopyProbe extends AgeProbe {
  /** Since `begin`. */
  private recovery: Times = { histogram: null, within: 0 };
  private lost: Times = { histogram: null, within: 0 };
  /** Of the open incident. */
  share = 0;
  /** Nobody wants to know what a history that only settles, or looks around, has to tell. */
  listens = false;
  private readonly goals: Goals;
  private readonly counting: CountingProbe;
  private wentDown = 0;
  private restorable = 0;
  private permanent = 0;
  private readonly incidents: Ended[] = [];
  private readonly losses: Lost[] = [];
  /** Services that have lost writes in this instant; how many of these losses have been told as without incident. */
  private readonly losers: number[] = [];
  private told = 0;
  private weight = 1;

  constructor(program: Program, goals: Goals) {
    super(program);
    this.goals = goals;
    this.counting = new CountingProbe(program, {
      observation: createObservation(program.counts, 1),
      incident: (incident, weight) => this.incidentEnds(incident, weight),
      lossWithoutIncident: (seconds) => this.lossAlone(seconds),
      outage: () => undefined,
      waited: () => undefined,
    });
    this.openNumbers += this.counting.openNumbers + 1;
  }

  override begin(e: Engine): void {
    this.counting.begin(e, 1);
    this.wentDown = this.restorable = this.permanent = 0;
    this.recovery = { histogram: null, within: 0 };
    this.lost = { histogram: null, within: 0 };
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
    if (this.listens) this.losses.push({ service, seconds, weight: e.weight, isAlone: false });
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
    const { goals, incidents, losses, lost, recovery } = this;
    if (incidents.length === 0 && losses.length === 0) return;
    for (const { recoverySeconds, lossSeconds, weight } of incidents) {
      add(recovery, recoverySeconds, weight, goals.rtoSeconds);
      add(lost, lossSeconds, weight, goals.rpoSeconds);
    }
    for (const { service, seconds, weight, isAlone } of losses) {
      if (!isOwn(service)) continue;
      if (isAlone) add(lost, seconds, weight, goals.rpoSeconds);
      else if (seconds === Infinity) this.permanent += weight;
      else this.restorable += seconds * weight;
    }
    this.drop();
  }

  drop(): void {
    this.incidents.length = this.losses.length = 0;
  }

  /** The entry goes down. @param weight that of the copy's share in it */
  goesDown(weight: number): void {
    this.wentDown += weight;
  }

  /** What the history's copies came to. */
  close(years: number): CopiesTold {
    const { lost, recovery } = this;
    const perYear = (seconds: number) => seconds / years;
    return {
      recovery,
      lost,
      incidents: perYear(this.wentDown),
      restorable: perYear(this.restorable),
      permanent: perYear(this.permanent),
      stages: this.counting.observation.phaseDown.map(perYear),
    };
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
    const { recoverySeconds, lossSeconds } = incident;
    this.incidents.push({ recoverySeconds, lossSeconds, weight });
  }

  private lossAlone(seconds: number): void {
    const service = this.losers[Math.min(this.told++, this.losers.length - 1)];
    if (this.listens) this.losses.push({ service, seconds, weight: this.weight, isAlone: true });
  }
}

function add(times: Times, seconds: number, weight: number, goal: number | null): void {
  histogramAdd((times.histogram ??= createHistogram()), seconds, weight);
  if (goal !== null && seconds <= goal) times.within += weight;
}
