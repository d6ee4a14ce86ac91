import type { Engine } from '../engine/engine.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import type { Books } from './books.ts';
import { SLA } from './names.ts';

const DAY = 86_400;

/**
 * Books what the SLA counts of an incident that is over, into the windows in which it was: windows follow one another
 * from the first observed moment on. One is counted whole or not at all, however long it has been down before.
 * @param length seconds; Infinity: it is followed no further
 */
export function bookSla({ open, observation }: Books, e: Engine, start: number, length: number): void {
  const { slaDownByWindow: windows, sla } = observation;
  const { counts, slaTolerates, causeExcluded } = e.program;
  if (counts.windowDays === 0 || length < slaTolerates || causeExcluded[open.incidentCause] === 1) return;
  if (start >= 0 && start < e.horizon) sla[SLA.incidents] += e.weight;
  const size = counts.windowDays * DAY;
  const end = Math.min(start + length, e.horizon);
  for (let from = Math.max(start, 0); from < end;) {
    const window = Math.floor(from / size);
    if (window >= windows.length) return;
    const until = Math.min((window + 1) * size, end);
    windows[window] += (until - from) * e.weight;
    sla[SLA.down] += (until - from) * e.weight;
    from = until;
  }
}

/**
 * The history is over: what became of its windows. One belongs to the year in which it begins; one that the history's
 * end cuts off is left out.
 */
export function closeWindows({ observation }: Pick<Books, 'observation'>, { program }: Engine): void {
  const { sla, slaDownByWindow: windows, years } = observation;
  const size = program.counts.windowDays * DAY;
  if (size === 0 || program.slaAllowed === Infinity) return;
  const whole = Math.min(Math.floor((years * SECONDS_PER_YEAR) / size), windows.length);
  let lastBroken = -1;
  sla[SLA.windows] = whole;
  for (let window = 0; window < whole; window++) {
    const down = windows[window];
    const credit = creditOf(down, program);
    sla[SLA.credits] += credit;
    sla[SLA.creditSquares] += credit * credit;
    sla[SLA.creditCubes] += credit * credit * credit;
    if (down <= program.slaAllowed) continue;
    sla[SLA.broken]++;
    const year = Math.floor((window * size) / SECONDS_PER_YEAR);
    if (year > lastBroken) sla[SLA.yearsBroken]++;
    lastBroken = year;
  }
}

/** That for the lowest availability that the window fell below. */
function creditOf(down: number, { slaCreditAbove, slaCreditOwed }: Engine['program']): number {
  let credit = 0;
  for (let i = 0; i < slaCreditAbove.length && down > slaCreditAbove[i]; i++) credit = slaCreditOwed[i];
  return credit;
}
