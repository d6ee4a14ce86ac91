import { type Instant, QUORUM, setStage, stageOf } from './markov-instant.ts';

/*
 * Serves while enough members work and one of them leads. A leader that lives through the loss of the majority leads
 * again when it is back; one that was lost is replaced by an election, which starts anew whenever the majority was
 * lost.
 */

/** Cell of the leader: its member plus one. */
const leaderCell = ({ layout }: Instant, s: number) => layout.service[s] + 1;

export function voterStops(i: Instant, s: number, m: number): void {
  const isEnough = --i.healthy[s] >= i.system.services[s].required;
  if (i.cells[leaderCell(i, s)] === m + 1) i.cells[leaderCell(i, s)] = 0;
  if (!isEnough) setStage(i, s, QUORUM.stopped);
  else if (i.cells[leaderCell(i, s)] === 0 && stageOf(i, s) === QUORUM.serving) elect(i, s);
}

export function voterStarts(i: Instant, s: number): void {
  i.healthy[s]++;
  if (stageOf(i, s) !== QUORUM.stopped || i.healthy[s] < i.system.services[s].required) return;
  if (i.cells[leaderCell(i, s)] > 0) setStage(i, s, QUORUM.serving);
  else elect(i, s);
}

function elect(i: Instant, s: number): void {
  if (i.system.services[s].electsPerSecond === Infinity) electionEnds(i, s);
  else setStage(i, s, QUORUM.electing);
}

/** The first that works wins. If all have fallen in one instant, those that have not reacted yet stop the quorum. */
export function electionEnds(i: Instant, s: number): void {
  const { first, end } = i.system.services[s];
  for (let m = first; m < end; m++) {
    if (i.works[m] === 0) continue;
    i.cells[leaderCell(i, s)] = m + 1;
    setStage(i, s, QUORUM.serving);
    return;
  }
}
