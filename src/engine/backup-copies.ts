import type { Engine } from './engine.ts';

/*
 * Where backups are kept. A copy in a domain that is down cannot be read; a failure that destroys the data in a domain
 * destroys the backups in it.
 */

/** The data in a domain is destroyed: what was backed up into it is gone, and nothing is until it is back. */
export function copiesBurn(e: Engine, domain: number): void {
  const { policyCopies, domainParent } = e.program;
  for (let i = 0; i < policyCopies.length; i++) {
    for (let d = policyCopies[i]; d >= 0; d = domainParent[d]) {
      if (d === domain) e.state.copyValidFrom[i] = Infinity;
    }
  }
}

/** A domain is back: copies that burned in it, and that nothing else keeps away, begin anew. */
export function copiesReturn(e: Engine, domain: number): void {
  const { policyCopies, domainParent } = e.program;
  for (let i = 0; i < policyCopies.length; i++) {
    if (e.state.copyValidFrom[i] !== Infinity || !isReachable(e, policyCopies[i])) continue;
    for (let d = policyCopies[i]; d >= 0; d = domainParent[d]) if (d === domain) e.state.copyValidFrom[i] = e.now;
  }
}

/**
 * Since when the backups have been kept that can be read now, in the copy within reach that goes back furthest.
 * @returns −Infinity: for ever; Infinity: no copy is within reach
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

/** Since when they have been kept in any copy, within reach or not. */
export function keptSince(e: Engine, policy: number): number {
  const { policyCopyOffsets } = e.program;
  return Math.min(...e.state.copyValidFrom.subarray(policyCopyOffsets[policy], policyCopyOffsets[policy + 1]));
}

function isReachable(e: Engine, domain: number): boolean {
  for (let d = domain; d >= 0; d = e.program.domainParent[d]) if (e.state.domainDown[d] > 0) return false;
  return true;
}
