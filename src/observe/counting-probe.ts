import type { Program } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';
import type { Probe } from '../engine/probe.ts';
import { bookBlame } from './blame.ts';
import { type Books, createBooks } from './books.ts';
import { noteChance, noteDelay, noteInstant, noteStrike } from './controls.ts';
import { bookEntry, bookServices, censorServices, serviceGoesDown, serviceReturns } from './downtime.ts';
import { repairExposed, settleExposure } from './exposure.ts';
import { beginIncident, bookLoss, censorIncident, countsIncident, endIncident } from './incidents.ts';
import { createLuck, type Luck } from './luck.ts';
import { type Observation, resetObservation } from './observation.ts';
import type { Observer } from './observer.ts';
import { closeAll, loadOpen, type Open, openNumbers, saveOpen } from './open.ts';
import { notePhase } from './stages.ts';

/** Counts what the figures of a run are made of. */
export interface CountingProbe extends Probe<Engine> {
  readonly observation: Observation;
  /** To be read, between two instants. */
  readonly open: Readonly<Open>;
  /** Of the history under way, null where nobody asked for it. */
  readonly luck: Luck | null;
  /** Ends the open incident now, though the entry is down. */
  endIncident(e: Engine): void;
  /** Nothing more is booked by the year in this history. */
  ignoreYears(): void;
}

/** @param withLuck of a program with a stream for each source, also how far chance was from what was to be expected */
export function countingProbe(program: Program, observer: Observer, withLuck = false): CountingProbe {
  const books = createBooks(program, observer);
  const { open, observation } = books;
  const luck = withLuck && program.bySource ? createLuck(program) : null;
  const openLength = openNumbers(open);
  return {
    observation,
    open,
    luck,
    ...(luck === null ? UNHEARD : noting(luck)),
    begin(_, years) {
      closeAll(open);
      resetObservation(observation, years);
      luck?.numbers.fill(0);
    },
    answer: (e, service, before) => answerChanges(books, e, service, before),
    loss: (e, service, seconds) => bookLoss(books, e, service, seconds),
    instant(e) {
      if (luck !== null) noteInstant(luck, e);
      // NaN where no incident is open.
      const isOpen = open.incidentStart <= e.now;
      if (isOpen) notePhase(books, e);
      // Where roles are followed, every instant counts.
      return isOpen || luck !== null;
    },
    settle: (e) => bookUpTo(books, e, e.now),
    horizon(e) {
      bookUpTo(books, e, e.horizon);
      if (luck !== null) settleExposure(luck, e, e.horizon);
    },
    follows: (e) => countsIncident(books, e),
    end(e, isCensored) {
      if (isCensored) {
        censorServices(books, e);
        censorIncident(books, e);
      }
      observation.events = e.events;
    },
    endIncident: (e) => endIncident(books, e),
    ignoreYears() {
      open.booked = Infinity;
    },
    openNumbers: openLength + (luck?.numbers.length ?? 0),
    save(into) {
      saveOpen(open, into);
      if (luck !== null) into.set(luck.numbers, openLength);
    },
    load(from) {
      loadOpen(open, from);
      if (luck !== null) luck.numbers.set(from.subarray(openLength, openLength + luck.numbers.length));
    },
  };
}

type OfChance = Pick<Probe<Engine>, 'strike' | 'repair' | 'delay' | 'chance'>;

const UNHEARD: OfChance = {
  strike: () => undefined,
  repair: () => undefined,
  delay: () => undefined,
  chance: () => undefined,
};

function noting(luck: Luck): OfChance {
  return {
    strike: (e, clock) => noteStrike(luck, e, clock),
    repair: (e, clock) => repairExposed(luck, e, clock),
    delay: (e, stream, excess) => noteDelay(luck, e, stream, excess),
    chance: (e, stream, misses, expected) => noteChance(luck, e, stream, misses, expected),
  };
}

function answerChanges(books: Books, e: Engine, service: number, before: number): void {
  const { entry, downBelow } = e.program;
  const isDown = e.state.answer[service] < downBelow;
  if (service === entry) bookEntry(books, e, e.now, before);
  if (isDown === before < downBelow) return;
  if (isDown) {
    serviceGoesDown(books, e, service);
    if (service !== entry) return;
    beginIncident(books, e);
    e.attention = 1;
  } else {
    serviceReturns(books, e, service);
    if (service === entry) endIncident(books, e);
  }
}

/** Books the part of all that is open that lies before then. */
function bookUpTo(books: Books, e: Engine, to: number): void {
  bookEntry(books, e, to, e.state.answer[e.program.entry]);
  if (books.open.phase >= 0 && books.open.incidentStart < to) bookBlame(books, e, to);
  bookServices(books, e, to);
}
