import { happens } from './markov-chance.ts';
import { beginAnew } from './markov-copies.ts';
import {
  BIT,
  hasBit,
  hasFlag,
  type Instant,
  needsAreMet,
  roleOf,
  setBit,
  setFlag,
  setRole,
  setStage,
  STAGE,
  stageOf,
} from './markov-instant.ts';
import { FLAG, OWN } from './markov-layout.ts';
import type { ChainFailover } from './markov-system.ts';

/*
 * Active-passive, in the words of docs and language: detect, decide, choose, promote, redirect. Until a promotion has
 * begun, an active that is back simply serves; once begun it runs on. Which of the delays is on is the stage; as each
 * is exponential, how long it has been on does not matter.
 */

const failoverOf = (i: Instant, s: number): ChainFailover => i.system.services[s].failover!;
const activeOf = (i: Instant, s: number) => roleOf(i, s, OWN.active);
const serves = (i: Instant, s: number) => stageOf(i, s) === STAGE.serving || stageOf(i, s) === STAGE.redirecting;
const isReady = (i: Instant, m: number) => i.works[m] === 1 && hasFlag(i, m, FLAG.hasData);

export function passiveStops(i: Instant, s: number, m: number): void {
  const stage = stageOf(i, s);
  const active = activeOf(i, s);
  if (stage === STAGE.promoting && m === roleOf(i, s, OWN.target)) {
    if (m !== active) disconnect(i, m);
    choose(i, s);
  } else if (m === active) {
    if (serves(i, s)) activeLost(i, s);
    else stopRebuilds(i, s);
  } else {
    disconnect(i, m);
    if (serves(i, s)) considerFailback(i, s);
  }
}

export function passiveStarts(i: Instant, s: number, m: number): void {
  const stage = stageOf(i, s);
  if (failoverOf(i, s).canLoseData) beginAnew(i, s, m);
  if (m === activeOf(i, s)) {
    if (!hasFlag(i, m, FLAG.hasData)) {
      if (stage === STAGE.waiting) lookAgain(i, s);
    } else if (stage !== STAGE.promoting) serve(i, s);
    return;
  }
  connect(i, s, m, serves(i, s));
  if (stage === STAGE.waiting) lookAgain(i, s);
  else if (serves(i, s)) considerFailback(i, s);
}

/** The copy of a standby is as it should be again. */
export function standbyRebuilt(i: Instant, s: number, m: number): void {
  setFlag(i, m, FLAG.rebuilds, false);
  catchUp(i, m);
  if (stageOf(i, s) === STAGE.waiting) lookAgain(i, s);
  else considerFailback(i, s);
}

/** The delay of the stage is over. */
export function stageEnds(i: Instant, s: number): void {
  const stage = stageOf(i, s);
  if (stage === STAGE.detecting) decide(i, s);
  else if (stage === STAGE.promoting) promotionEnds(i, s);
  else if (stage === STAGE.redirecting) serve(i, s);
  else choose(i, s);
}

export function failNeedlessly(i: Instant, s: number): void {
  if (stageOf(i, s) !== STAGE.serving) return;
  stopServing(i, s);
  const standby = bestStandby(i, s);
  if (standby < 0) serve(i, s);
  else promote(i, s, standby);
}

/** The newest copy is gone: whoever has any will do. */
export function anyCopyWillDo(i: Instant, s: number): void {
  setBit(i, s, BIT.desperate, true);
  const stage = stageOf(i, s);
  if (serves(i, s) || stage === STAGE.promoting) return;
  if (stage === STAGE.waiting) choose(i, s);
  else if (isReady(i, activeOf(i, s))) serve(i, s);
}

/** The preferred member, the first, has been ready for the time that a failback waits. */
export function homeDue(i: Instant, s: number): void {
  setBit(i, s, BIT.home, false);
  if (!isHomeReady(i, s) || !needsAreMet(i, s)) return;
  stopServing(i, s);
  setBit(i, s, BIT.planned, true);
  promote(i, s, i.system.services[s].first);
}

export function activeLost(i: Instant, s: number): void {
  stopServing(i, s);
  stopRebuilds(i, s);
  if (!waits(i, s, STAGE.detecting, failoverOf(i, s).detectsPerSecond)) decide(i, s);
}

/** Whether the stage takes any time. */
function waits(i: Instant, s: number, stage: number, perSecond: number): boolean {
  setStage(i, s, stage);
  return perSecond !== Infinity;
}

function decide(i: Instant, s: number): void {
  if (!waits(i, s, STAGE.deciding, failoverOf(i, s).decidesPerSecond)) choose(i, s);
}

function choose(i: Instant, s: number): void {
  setBit(i, s, BIT.planned, false);
  if (isReady(i, activeOf(i, s))) {
    serve(i, s);
    return;
  }
  setStage(i, s, STAGE.waiting);
  // Whether its needs are met is known when all else in the instant has happened.
  if (i.system.services[s].needs.length > 0) i.looks.add(s);
  else chooseStandby(i, s);
}

/** All else in the instant has happened. */
export function chooseWhenOver(i: Instant, s: number): void {
  if (isReady(i, activeOf(i, s))) serve(i, s);
  else chooseStandby(i, s);
}

function chooseStandby(i: Instant, s: number): void {
  const standby = bestStandby(i, s);
  if (standby >= 0) promote(i, s, standby);
}

/**
 * Its needs are met: a standby that waits for that is promoted, and a failback that has waited for it waits anew.
 * @returns whether anything has changed
 */
export function needsReturn(i: Instant, s: number): boolean {
  if (!needsAreMet(i, s)) return false;
  if (stageOf(i, s) === STAGE.waiting) {
    if (bestStandby(i, s) < 0) return false;
    chooseStandby(i, s);
    return true;
  }
  const wasGoingHome = hasBit(i, s, BIT.home);
  considerFailback(i, s);
  return hasBit(i, s, BIT.home) !== wasGoingHome;
}

/** If something else is to happen in this very instant, it happens first. */
function lookAgain(i: Instant, s: number): void {
  if (anyHomeDue(i) >= 0) i.looks.add(s);
  else choose(i, s);
}

/** First service whose failback waits no time; −1: none. */
export function anyHomeDue(i: Instant): number {
  for (const s of i.goingHome) if (hasBit(i, s, BIT.home)) return s;
  return -1;
}

/** What happens when it is over: `promotionPerSecond`. */
function promote(i: Instant, s: number, m: number): void {
  setRole(i, s, OWN.target, m);
  if (!waits(i, s, STAGE.promoting, promotionPerSecond(i, s))) promotionEnds(i, s);
}

/** Of the promotion that is on, a planned switch or any other. */
export function promotionPerSecond(i: Instant, s: number): number {
  const { failback, promotesPerSecond } = failoverOf(i, s);
  const switches = hasBit(i, s, BIT.planned) ? (failback?.takesPerSecond ?? null) : null;
  return switches ?? promotesPerSecond;
}

function promotionEnds(i: Instant, s: number): void {
  const { success, retriesPerSecond, failback, redirectsPerSecond } = failoverOf(i, s);
  const isPlanned = hasBit(i, s, BIT.planned);
  const active = activeOf(i, s);
  const target = roleOf(i, s, OWN.target);
  if (!isPlanned && !happens(i.chance, success)) {
    if (isReady(i, active)) serve(i, s);
    else if (!waits(i, s, STAGE.between, retriesPerSecond)) choose(i, s);
    return;
  }
  if (!hasFlag(i, target, FLAG.hasData)) {
    choose(i, s);
    return;
  }
  if (!isPlanned) setFlag(i, active, FLAG.stale, true);
  disconnect(i, active);
  setFlag(i, target, FLAG.rebuilds | FLAG.stale, false);
  setRole(i, s, OWN.active, target);
  follow(i, target);
  setBit(i, s, BIT.desperate | BIT.planned, false);
  const isWhole = isPlanned && failback?.takesPerSecond !== null;
  if (isWhole || !waits(i, s, STAGE.redirecting, redirectsPerSecond)) serve(i, s);
  else connectStandbys(i, s);
}

function serve(i: Instant, s: number): void {
  const active = activeOf(i, s);
  setStage(i, s, STAGE.serving);
  setBit(i, s, BIT.planned | BIT.desperate, false);
  setFlag(i, active, FLAG.stale, false);
  follow(i, active);
  connectStandbys(i, s);
  considerFailback(i, s);
}

function connectStandbys(i: Instant, s: number): void {
  const { first, end } = i.system.services[s];
  for (let m = first; m < end; m++) {
    if (m !== activeOf(i, s) && i.works[m] === 1 && !hasFlag(i, m, FLAG.connected | FLAG.rebuilds))
      connect(i, s, m, true);
  }
}

function stopServing(i: Instant, s: number): void {
  const { first, end, failover } = i.system.services[s];
  setBit(i, s, BIT.home, false);
  setRole(i, s, OWN.holder, -1);
  if (failover!.replication !== 'semi-sync') return;
  // The nearest that follows has acknowledged the last write, also if it has fallen in this very instant.
  for (let m = first; m < end; m++) {
    if (m === activeOf(i, s) || !hasFlag(i, m, FLAG.hasData) || hasFlag(i, m, FLAG.stale | FLAG.missed)) continue;
    setRole(i, s, OWN.holder, m);
    return;
  }
}

/** Whoever catches up has nobody to catch up from. */
function stopRebuilds(i: Instant, s: number): void {
  const { first, end, failover } = i.system.services[s];
  if (failover!.replication === 'none') return;
  for (let m = first; m < end; m++) setFlag(i, m, FLAG.rebuilds, false);
}

/** The one that has the last write, else the first that may be promoted; −1: nobody. */
function bestStandby(i: Instant, s: number): number {
  const { first, end } = i.system.services[s];
  const holder = roleOf(i, s, OWN.holder);
  if (holder >= 0 && isEligible(i, s, holder)) return holder;
  for (let m = first; m < end; m++) if (isEligible(i, s, m)) return m;
  return -1;
}

function isEligible(i: Instant, s: number, m: number): boolean {
  if (!isReady(i, m) || m === activeOf(i, s) || !needsAreMet(i, s)) return false;
  if (hasBit(i, s, BIT.desperate)) return true;
  if (hasFlag(i, m, FLAG.stale)) return false;
  return failoverOf(i, s).replication !== 'sync' || !hasFlag(i, m, FLAG.missed);
}

function considerFailback(i: Instant, s: number): void {
  if (failoverOf(i, s).failback !== null) setBit(i, s, BIT.home, isHomeReady(i, s));
}

function isHomeReady(i: Instant, s: number): boolean {
  const home = i.system.services[s].first;
  return (
    stageOf(i, s) === STAGE.serving &&
    activeOf(i, s) !== home &&
    i.works[home] === 1 &&
    hasFlag(i, home, FLAG.connected)
  );
}

export function disconnect(i: Instant, m: number): void {
  setFlag(i, m, FLAG.rebuilds, false);
  if (hasFlag(i, m, FLAG.connected)) setFlag(i, m, FLAG.connected | FLAG.missed, false);
}

function follow(i: Instant, m: number): void {
  setFlag(i, m, FLAG.connected, true);
  setFlag(i, m, FLAG.missed, false);
}

function catchUp(i: Instant, m: number): void {
  follow(i, m);
  setFlag(i, m, FLAG.hasData, true);
  setFlag(i, m, FLAG.stale, false);
}

/**
 * A standby that works follows at once if it has missed nothing, and else catches up; without replication only a former
 * active has to.
 */
export function connect(i: Instant, s: number, m: number, activeLives: boolean): void {
  const { rebuildsPerSecond, replication } = failoverOf(i, s);
  const isAtOnce = rebuildsPerSecond === Infinity;
  if (isAtOnce) setFlag(i, m, FLAG.stale, false);
  const isBehind = !hasFlag(i, m, FLAG.hasData) || hasFlag(i, m, FLAG.missed);
  if (!hasFlag(i, m, FLAG.stale) && !isBehind) follow(i, m);
  else if (replication !== 'none' && !activeLives) return;
  else if (isAtOnce) catchUp(i, m);
  else setFlag(i, m, FLAG.rebuilds, true);
}
