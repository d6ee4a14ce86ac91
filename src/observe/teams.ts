import { openSeconds } from '../engine/calendar.ts';
import type { Engine } from '../engine/engine.ts';
import type { Books } from './books.ts';

/** Books a team's time since the last booking, in which as many of its people were held as are now. */
export function bookTeam({ open, observation }: Books, e: Engine, team: number, to: number): void {
  const from = open.teamBooked[team];
  const end = to < e.horizon ? to : e.horizon;
  if (end <= from) return;
  open.teamBooked[team] = end;
  const held = e.state.teamHeld[team];
  const inHours = openSeconds(e.program, team, from, end);
  observation.teamBusy[team] += held * inHours * e.weight;
  const isEverybodyHeld = held >= e.program.teamPeople[team];
  observation.teamNobodyFree[team] += (isEverybodyHeld ? end - from : end - from - inHours) * e.weight;
}

export function bookTeams(books: Books, e: Engine, to: number): void {
  for (let team = 0; team < e.program.counts.teams; team++) bookTeam(books, e, team, to);
}

/** A request waits no longer. It counts in the time in which it ends. */
export function bookWait({ observer }: Books, e: Engine, team: number, seconds: number): void {
  if (e.now >= 0 && e.now < e.horizon) observer.waited(team, seconds, e.weight);
}
