import type { Program } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import { ATTENTION, type Probe } from '../engine/probe.ts';
import { bookBlame } from './blame.ts';
import { type Books, createBooks, forgetInstant } from './books.ts';
import { noteChance, noteDelay, noteInstant, noteStrike } from './controls.ts';
import { bookEntry, bookServices, censorServices, finishOutages, serviceGoesDown, serviceReturns } from './downtime.ts';
import { repairExposed, settleExposure } from './exposure.ts';
import { beginIncident, bookLoss, censorIncident, countsIncident, endIncident, settleLosses } from './incidents.ts';
import { createLuck, type Luck } from './luck.ts';
import { type Observation, resetObservation } from './observation.ts';
import type { Observer } from './observer.ts';
import { closeAll, loadOpen, type Open, openNumbers, saveOpen } from './open.ts';
import { bookMaintenance } from './planned.ts';
import { bookSla, closeWindows } from './sla.ts';
import { notePhase } from './stages.ts';
import { bookTeam, bookTeams, bookWait } from './teams.ts';

/**
 * Counts what the figures of a run are made of. A class, so that all of them are of one shape: the engine's loop is
 * compiled once for every batch.
 */
export class CountingProbe implements Probe<Engine> {
  readonly observation: Observation;
  /** To be read, between two instants. */
  readonly open: Readonly<Open>;
  /** Of the history under way, null where nobody asked for it. */
  readonly luck: Luck | null;
  readonly openNumbers: number;
  readonly notesChance: boolean;
  readonly #books: Books;

  /** @param withLuck also how far chance was from what was to be expected */
  constructor(program: Program, observer: Observer, withLuck = false) {
    this.#books = createBooks(program, observer);
    this.open = this.#books.open;
    this.observation = observer.observation;
    this.luck = withLuck ? createLuck(program) : null;
    this.notesChance = withLuck;
    this.openNumbers = openNumbers(this.open) + (this.luck?.numbers.length ?? 0);
  }

  begin(_: Engine, years: number): void {
    closeAll(this.#books.open);
    forgetInstant(this.#books);
    resetObservation(this.observation, years);
    this.luck?.numbers.fill(0);
  }

  fails(e: Engine): void {
    if (e.now >= 0 && e.now < e.horizon) this.observation.causeFailures[e.cause] += e.weight;
  }

  strike(e: Engine, clock: number, excess: number): void {
    if (this.luck !== null) noteStrike(this.luck, e, clock, excess);
  }

  repair(e: Engine, clock: number): void {
    if (this.luck !== null) repairExposed(this.luck, e, clock);
  }

  delay(e: Engine, stream: number, excess: number): void {
    if (this.luck !== null) noteDelay(this.luck, e, stream, excess);
  }

  chance(e: Engine, stream: number, misses: number, expected: number): void {
    if (this.luck !== null) noteChance(this.luck, e, stream, misses, expected);
  }

  answer(e: Engine, service: number, before: number): void {
    answerChanges(this.#books, e, service, before);
  }

  people(e: Engine, team: number): void {
    bookTeam(this.#books, e, team, e.now);
  }

  waited(e: Engine, team: number, seconds: number): void {
    bookWait(this.#books, e, team, seconds);
  }

  maintenance(e: Engine, service: number, waitedSeconds: number): void {
    bookMaintenance(this.observation, e, service, waitedSeconds);
  }

  loss(e: Engine, service: number, seconds: number): void {
    bookLoss(this.#books, e, service, seconds);
  }

  instant(e: Engine): boolean {
    if (this.luck !== null) noteInstant(this.luck, e);
    settleLosses(this.#books, e);
    finishOutages(this.#books, e);
    // NaN where no incident is open.
    let isOpen = this.#books.open.incidentStart <= e.now;
    if (isOpen && e.state.answer[e.program.entry] >= e.program.downBelow) {
      endIncident(this.#books, e);
      isOpen = false;
    }
    if (isOpen) notePhase(this.#books, e);
    // Where roles are followed, every instant counts.
    return isOpen || this.luck !== null;
  }

  settle(e: Engine): void {
    bookUpTo(this.#books, e, e.now);
  }

  horizon(e: Engine): void {
    bookUpTo(this.#books, e, e.horizon);
    if (this.luck !== null) settleExposure(this.luck, e, e.horizon);
  }

  follows(e: Engine): boolean {
    return countsIncident(this.#books, e);
  }

  end(e: Engine, isCensored: boolean): void {
    if (isCensored) {
      censorServices(this.#books, e);
      censorIncident(this.#books, e);
    }
    // One that began before the observed years and is not over.
    const { incidentStart } = this.#books.open;
    if (incidentStart < 0) bookSla(this.#books, e, incidentStart, Infinity);
    closeWindows(this.#books, e);
    this.observation.events = e.events;
  }

  /** Ends the open incident now, though the entry is down. */
  protected endIncident(e: Engine): void {
    endIncident(this.#books, e);
  }

  /** Nothing more is booked by the year in this history. */
  protected ignoreYears(): void {
    this.#books.open.booked = Infinity;
  }

  save(into: Float64Array): void {
    saveOpen(this.open, into);
    if (this.luck !== null) into.set(this.luck.numbers, openNumbers(this.open));
  }

  load(from: Float64Array): void {
    loadOpen(this.#books.open, from);
    forgetInstant(this.#books);
    this.luck?.numbers.set(from.subarray(openNumbers(this.open), this.openNumbers));
  }
}

function answerChanges(books: Books, e: Engine, service: number, before: number): void {
  const { entry, downBelow } = e.program;
  const isDown = e.state.answer[service] < downBelow;
  if (service === entry) bookEntry(books, e, e.now, before);
  if (isDown === before < downBelow) return;
  if (isDown) serviceGoesDown(books, e, service);
  else serviceReturns(books, e, service);
  if (isDown && service === entry) beginIncident(books, e);
  // It may be up and down again before the instant is over, and is counted by what it is then.
  e.attention |= ATTENTION.watched;
}

/** Books the part of all that is open that lies before then. */
function bookUpTo(books: Books, e: Engine, to: number): void {
  bookEntry(books, e, to, e.state.answer[e.program.entry]);
  if (books.open.phase >= 0 && books.open.incidentStart < to) bookBlame(books, e, to);
  bookServices(books, e, to);
  bookTeams(books, e, to);
}
