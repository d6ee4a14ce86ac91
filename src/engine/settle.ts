import { shipBacklog } from './backup-copies.ts';
import type { Engine } from './engine.ts';
import { nextEvent } from './heap.ts';
import { retryRestores } from './restore.ts';
import { lookAgainAll } from './restoring.ts';
import { settleSites } from './sites.ts';

/**
 * All that happens at one time has happened: sites follow their copies, whoever waited for something that is back looks
 * again, and the probe is told, unless that has led to something that happens in this very instant as well.
 */
export function instantEnds(e: Engine): void {
  while (e.unsettled > 0 || e.domainsBack > 0 || e.lookingAgain > 0) {
    if (e.unsettled > 0) settleSites(e);
    else if (e.domainsBack > 0) retryRestores(e);
    else lookAgainAll(e);
  }
  if (e.backlog !== 0) shipBacklog(e);
  if (nextEvent(e) === e.now) e.attention = 1;
  else e.attention = e.probe.instant(e) ? 1 : e.backlog;
}
