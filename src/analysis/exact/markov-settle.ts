import { anyHomeDue, chooseWhenOver, homeDue, needsReturn } from './markov-failover.ts';
import {
  BIT,
  copyAnswer,
  hasFlag,
  type Instant,
  roleOf,
  setBit,
  setFlag,
  setRole,
  STAGE,
  stageOf,
  updateShares,
} from './markov-instant.ts';
import { FLAG, OWN, sortBlocks } from './markov-layout.ts';
import { notice } from './markov-strikes.ts';

/**
 * All else that happens in the instant of an event: failbacks that wait no time, sites that follow their copies,
 * services that look again for somebody to promote. Then what nobody will ask for any more is forgotten, so that states
 * that go on alike are one.
 */
export function settle(i: Instant): void {
  for (;;) {
    const due = anyHomeDue(i);
    if (i.asksForShares) updateShares(i);
    if (due >= 0) homeDue(i, due);
    else if (!sitesFollow(i) && !looksAgain(i) && !i.needing.some((s) => needsReturn(i, s))) break;
  }
  forget(i);
  sortBlocks(i.cells, i.layout);
}

/** Sites are up while their copies are not down: all that have changed, then whoever reacts. False: none has. */
function sitesFollow(i: Instant): boolean {
  const changed: number[] = [];
  for (const s of i.system.onSites) {
    const { first, end } = i.system.services[s];
    for (let m = first; m < end; m++) {
      const isDown = copyAnswer(i, m) < i.system.downBelow;
      if (isDown === hasFlag(i, m, FLAG.siteHeld)) continue;
      setFlag(i, m, FLAG.siteHeld, isDown);
      changed.push(m);
    }
  }
  notice(
    i,
    changed.sort((a, b) => a - b),
  );
  return changed.length > 0;
}

function looksAgain(i: Instant): boolean {
  if (i.looks.size === 0) return false;
  const waiting = [...i.looks].sort((a, b) => a - b);
  i.looks.clear();
  for (const s of waiting) if (stageOf(i, s) === STAGE.waiting) chooseWhenOver(i, s);
  return true;
}

function forget(i: Instant): void {
  i.system.services.forEach(({ first, end, failover }, s) => {
    if (failover === null) return;
    const stage = stageOf(i, s);
    if (stage !== STAGE.promoting) {
      setRole(i, s, OWN.target, -1);
      setBit(i, s, BIT.planned, false);
    }
    if (stage === STAGE.serving || stage === STAGE.redirecting) setRole(i, s, OWN.holder, -1);
    if (failover.replication === 'none') return;
    // While the active takes writes, whoever does not follow misses some.
    const active = roleOf(i, s, OWN.active);
    for (let m = first; m < end; m++)
      if (i.share[s] > 0 && m !== active && !hasFlag(i, m, FLAG.connected)) setFlag(i, m, FLAG.missed, true);
  });
}
