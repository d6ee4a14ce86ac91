import type { Engine } from './engine.ts';
import { ATTENTION } from './probe.ts';
import { MOST_GAPS } from './schema.ts';

/*
 * Where backups are kept, and what is in each copy. One in a domain that is down cannot be read and gets nothing; once
 * it is back, what could not be shipped is shipped as soon as a source lives. A failure that destroys the data in a
 * domain destroys the backups in it. And nothing is backed up while there are no data.
 */

/**
 * A domain is down: copies in it get nothing from now on. Where its data are destroyed they are empty until it is back.
 */
export function copiesFail(e: Engine, domain: number, losesData: number): void {
  const { policyCopies } = e.program;
  const { copyBehind, copyValidFrom } = e.state;
  for (let i = 0; i < policyCopies.length; i++) {
    if (!isIn(e, policyCopies[i], domain)) continue;
    if (copyBehind[i] === Infinity) copyBehind[i] = e.now;
    if (losesData === 1) copyValidFrom[i] = Infinity;
  }
}

/**
 * A domain is back: copies that burned in it begin anew, and all that nothing else keeps away wait for what they have
 * missed.
 */
export function copiesReturn(e: Engine, domain: number): void {
  const { policyCopies } = e.program;
  const { copyValidFrom, gaps } = e.state;
  for (let i = 0; i < policyCopies.length; i++) {
    if (!isIn(e, policyCopies[i], domain) || !isReachable(e, policyCopies[i])) continue;
    e.backlog = 1;
    e.attention |= ATTENTION.marked;
    if (copyValidFrom[i] !== Infinity) continue;
    copyValidFrom[i] = e.now;
    gaps[i] = 0;
  }
}

/** The instant is over: copies within reach get what they have missed, if a source lives. */
export function shipBacklog(e: Engine): void {
  const { counts, policyCopyOffsets, policyCopies } = e.program;
  const { copyBehind } = e.state;
  e.backlog = 0;
  for (let policy = 0; policy < counts.policies; policy++) {
    for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++) {
      if (copyBehind[i] === Infinity || !isReachable(e, policyCopies[i])) continue;
      if (sourceLives(e, policy, -1)) copyBehind[i] = Infinity;
      else e.backlog = 1;
    }
  }
}

/** Of services that this policy backs up, but for one, some member works and has the data. */
function sourceLives(e: Engine, policy: number, but: number): boolean {
  const { counts, restoreOffsets, restorePolicies, serviceMembers } = e.program;
  const { hasData, holds } = e.state;
  for (let service = 0; service < counts.services; service++) {
    if (service === but) continue;
    for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) {
      if (restorePolicies[i] !== policy) continue;
      for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++)
        if (holds[m] === 0 && hasData[m] === 1) return true;
    }
  }
  return false;
}

/**
 * A service has data again, restored or begun anew. What it had written and was not shipped is nowhere, and no backup
 * has been made since it was lost.
 */
export function dataAreBack(e: Engine, service: number): void {
  const { restoreOffsets, restorePolicies, policyCopyOffsets } = e.program;
  const { copyBehind, lostAt, restoredAt } = e.state;
  restoredAt[service] = e.now;
  for (let r = restoreOffsets[service]; r < restoreOffsets[service + 1]; r++) {
    const policy = restorePolicies[r];
    if (sourceLives(e, policy, service)) continue;
    for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++)
      addGap(e, i, Math.min(copyBehind[i], lostAt[service]));
  }
}

function addGap(e: Engine, copy: number, from: number): void {
  const { gaps, gapFrom, gapUntil } = e.state;
  const first = copy * MOST_GAPS;
  if (gaps[copy] > 0 && gapFrom[first + gaps[copy] - 1] === from) {
    gapUntil[first + gaps[copy] - 1] = e.now;
    return;
  }
  if (gaps[copy] === MOST_GAPS) {
    gapFrom.copyWithin(first, first + 1, first + MOST_GAPS);
    gapUntil.copyWithin(first, first + 1, first + MOST_GAPS);
    gaps[copy]--;
  }
  gapFrom[first + gaps[copy]] = from;
  gapUntil[first + gaps[copy]] = e.now;
  gaps[copy]++;
}

/**
 * Since when the copies within reach have kept backups, the one that goes back furthest; Infinity: none is within
 * reach.
 */
export function readableSince(e: Engine, policy: number): number {
  const { policyCopyOffsets, policyCopies } = e.program;
  const end = policyCopyOffsets[policy + 1];
  let since = policyCopyOffsets[policy] === end ? -Infinity : Infinity;
  for (let i = policyCopyOffsets[policy]; i < end; i++) {
    if (isReachable(e, policyCopies[i]) && e.state.copyValidFrom[i] < since) since = e.state.copyValidFrom[i];
  }
  return since;
}

/**
 * Until when what follows upon a full backup has been shipped to copies within reach: one that has it, and those that
 * lead on from there.
 * @param begin of that full backup
 */
export function shippedUntil(e: Engine, policy: number, begin: number, lostAt: number): number {
  const { policyCopyOffsets, policyCopies } = e.program;
  const { copyBehind, copyValidFrom } = e.state;
  if (policyCopyOffsets[policy] === policyCopyOffsets[policy + 1]) return lostAt;
  let until = begin;
  for (let isLonger = true; isLonger;) {
    isLonger = false;
    for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++) {
      if (copyValidFrom[i] > until || !isReachable(e, policyCopies[i])) continue;
      const shipped = Math.min(copyBehind[i], lostAt);
      if (shipped <= until) continue;
      until = shipped;
      isLonger = true;
    }
  }
  return until;
}

export function isReachable(e: Engine, domain: number): boolean {
  for (let d = domain; d >= 0; d = e.program.domainParent[d]) if (e.state.domainDown[d] > 0) return false;
  return true;
}

function isIn(e: Engine, inner: number, domain: number): boolean {
  for (let d = inner; d >= 0; d = e.program.domainParent[d]) if (d === domain) return true;
  return false;
}
