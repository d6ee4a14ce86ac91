import { electionEnds } from './markov-quorum.ts';
import { failNeedlessly, homeDue, promotionPerSecond, stageEnds, standbyRebuilt } from './markov-failover.ts';
import { BIT, hasBit, hasFlag, type Instant, QUORUM, STAGE, stageOf } from './markov-instant.ts';
import { FLAG, MEMBER, OWN } from './markov-layout.ts';
import {
  domainFails,
  domainRepaired,
  memberFails,
  memberRepaired,
  memberRestarted,
  memberReturns,
  shockRepaired,
  shockStrikes,
} from './markov-strikes.ts';
import type { ChainFailover, ChainMode } from './markov-system.ts';

/** What may happen next in a state, and at which rate. */
interface Happening {
  readonly perSecond: number;
  readonly happen: (i: Instant) => void;
}

/** All that may happen next. Of members that are alike in every respect one stands for all. */
export function listEvents(i: Instant): Happening[] {
  const {
    system: { shocks, domains, members, services },
    layout,
    cells,
  } = i;
  const events: Happening[] = [];
  const add = (perSecond: number, happen: (i: Instant) => void) => {
    if (perSecond > 0) events.push({ perSecond, happen });
  };
  shocks.forEach((shock, index) => {
    if (cells[layout.shock[index]] === 0) add(shock.failsPerSecond, (now) => shockStrikes(now, index));
    else add(shock.repairsPerSecond, (now) => shockRepaired(now, index));
  });
  domains.forEach(({ modes }, d) =>
    modes.forEach((mode, bit) => {
      if ((cells[layout.domain[d]] & (1 << bit)) === 0) add(mode.failsPerSecond, (now) => domainFails(now, d, bit));
      else add(mode.repairsPerSecond, (now) => domainRepaired(now, d, bit));
    }),
  );
  const alike = countAlike(i);
  members.forEach(({ modes, restartsPerSecond, service }, m) => {
    if (alike[m] > 0)
      addMember(
        i,
        m,
        alike[m],
        paceOf(i, m, service),
        modes,
        restartsPerSecond,
        services[service].returnsPerSecond,
        add,
      );
  });
  services.forEach(({ failover, electsPerSecond }, s) => {
    if (electsPerSecond !== Infinity && stageOf(i, s) === QUORUM.electing)
      add(electsPerSecond, (now) => electionEnds(now, s));
    if (failover !== null) addFailover(i, s, failover, add);
  });
  return events;
}

/** Share of its failure rates that a member has, as it serves or stands by. */
function paceOf({ cells, layout, system }: Instant, m: number, service: number): number {
  const { failover, standbyFailures } = system.services[service];
  const standsBy = failover !== null && cells[layout.service[service] + OWN.active] !== m + 1;
  return standsBy ? standbyFailures : 1;
}

type Add = (perSecond: number, happen: (i: Instant) => void) => void;

function addMember(
  i: Instant,
  m: number,
  alike: number,
  pace: number,
  modes: readonly ChainMode[],
  restartsPerSecond: number,
  returnsPerSecond: number,
  add: Add,
): void {
  const cell = i.cells[i.layout.member[m]];
  modes.forEach((mode, bit) => {
    if ((cell & (1 << bit)) === 0) add(alike * pace * mode.failsPerSecond, (now) => memberFails(now, m, bit));
    else add(alike * mode.repairsPerSecond, (now) => memberRepaired(now, m, bit));
  });
  if ((cell & MEMBER.restarts) !== 0) add(alike * restartsPerSecond, (now) => memberRestarted(now, m));
  if ((cell & MEMBER.returns) !== 0) add(alike * returnsPerSecond, (now) => memberReturns(now, m));
}

function addFailover(i: Instant, s: number, failover: ChainFailover, add: Add): void {
  const { first, end } = i.system.services[s];
  const stage = stageOf(i, s);
  if (stage === STAGE.serving) add(failover.needlessPerSecond, (now) => failNeedlessly(now, s));
  else if (stage !== STAGE.waiting) add(stagePerSecond(i, s, stage, failover), (now) => stageEnds(now, s));
  if (hasBit(i, s, BIT.home)) add(failover.failback!.afterPerSecond, (now) => homeDue(now, s));
  for (let m = first; m < end; m++)
    if (hasFlag(i, m, FLAG.rebuilds)) add(failover.rebuildsPerSecond, (now) => standbyRebuilt(now, s, m));
}

function stagePerSecond(i: Instant, s: number, stage: number, failover: ChainFailover): number {
  switch (stage) {
    case STAGE.detecting:
      return failover.detectsPerSecond;
    case STAGE.deciding:
      return failover.decidesPerSecond;
    case STAGE.between:
      return failover.retriesPerSecond;
    case STAGE.promoting:
      return promotionPerSecond(i, s);
    default:
      return failover.redirectsPerSecond;
  }
}

/** [member] how many it stands for; 0: another one stands for it. */
function countAlike({ layout, cells, system: { members } }: Instant): Int32Array {
  const alike = new Int32Array(members.length).fill(1);
  for (let m = members.length - 1; m >= 0; m--) {
    const twin = layout.twin[m];
    if (twin < 0) continue;
    let isAlike = true;
    for (let k = 0; k < layout.blockWidth[m]; k++)
      isAlike &&= cells[layout.block[m] + k] === cells[layout.block[twin] + k];
    if (!isAlike) continue;
    alike[twin] += alike[m];
    alike[m] = 0;
  }
  return alike;
}
