import { beginWithNothing, hasAnyCopy, losesData } from './markov-copies.ts';
import { activeLost, anyCopyWillDo, connect, disconnect } from './markov-failover.ts';
import { BIT, hasBit, hasFlag, type Instant, roleOf, setBit, setFlag, STAGE, stageOf } from './markov-instant.ts';
import { FLAG, OWN } from './markov-layout.ts';

/** What an active-passive service does about a member whose copy is gone. */
export function reactToLoss(i: Instant, m: number): void {
  if (!losesData(i, m) || !hasFlag(i, m, FLAG.hasLost)) return;
  setFlag(i, m, FLAG.hasLost, false);
  const s = i.system.members[m].service;
  if (!hasAnyCopy(i, s)) loseEverything(i, s);
  else if (m === roleOf(i, s, OWN.active)) losesActiveCopy(i, s, m);
  else losesStandbyCopy(i, s, m);
}

/** All that is lost in one instant is one loss. */
function loseEverything(i: Instant, s: number): void {
  if (hasBit(i, s, BIT.allLost)) return;
  const { first, end } = i.system.services[s];
  setBit(i, s, BIT.allLost, true);
  if (s === i.system.counted) i.losses++;
  for (let m = first; m < end; m++) setFlag(i, m, FLAG.hasLost, false);
  for (let m = first; m < end; m++) if (i.works[m] === 1) beginWithNothing(i, s, m);
  anyCopyWillDo(i, s);
}

function losesActiveCopy(i: Instant, s: number, m: number): void {
  anyCopyWillDo(i, s);
  const stage = stageOf(i, s);
  if (i.works[m] === 1 && !hasFlag(i, m, FLAG.hasData) && (stage === STAGE.serving || stage === STAGE.redirecting))
    activeLost(i, s);
}

function losesStandbyCopy(i: Instant, s: number, m: number): void {
  const stage = stageOf(i, s);
  disconnect(i, m);
  const activeLives =
    (stage === STAGE.serving || stage === STAGE.redirecting) && hasFlag(i, roleOf(i, s, OWN.active), FLAG.hasData);
  if (i.works[m] === 1) connect(i, s, m, activeLives);
}
