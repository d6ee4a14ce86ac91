import type { Engine } from './engine.ts';

/** A service has lost writes, in seconds of writes. */
export function loseWrites(e: Engine, service: number, seconds: number): void {
  if (!isSpare(e, service)) e.probe.loss(e, service, seconds);
}

/** All copies are lost, with nothing to restore from: no number of seconds says how much that is. */
export function loseForGood(e: Engine, service: number): void {
  e.probe.loss(e, service, Infinity);
}

/** It stands in a site that only stands by: what it loses is still where that site has its data from. */
function isSpare({ program: p, state }: Engine, service: number): boolean {
  if (p.dataSite[service] < 0) return false;
  for (let site = p.serviceSite[service]; site >= 0; site = p.serviceSite[p.memberService[site]]) {
    const around = p.memberService[site];
    if (p.onlyActiveServes[around] === 1 && state.active[around] !== site) return true;
  }
  return false;
}
