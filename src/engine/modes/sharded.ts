import { setOwnShare } from '../answer.ts';
import { delay } from '../chance.ts';
import type { Engine } from '../engine.ts';
import { cancel, isDue, schedule } from '../heap.ts';
import { loseForGood } from '../losses.ts';
import { always, type Mode, nothing } from './mode.ts';

/*
 * Each member holds copies of some shards, and a shard is answered while enough of its copies work and one of them
 * leads. A leader that lives through the loss of the others leads again when enough are back; one that was lost is
 * replaced by an election, which starts anew whenever too few worked in it: the first working copy, in their order,
 * wins, and leads on when those before it are back. (Without elections that takes no time.) Shards with all copies on
 * the same members go by the first of these: it stands for them here.
 */
export const sharded: Mode = {
  memberStops(e, service, member) {
    const { heldOffsets, held, shardHolders, shardHolderOffsets } = e.program;
    const { shardLost, shardLeader } = e.state;
    for (let i = heldOffsets[member]; i < heldOffsets[member + 1]; i++) {
      const shard = held[i];
      shardLost[shard]++;
      const leader = shardLeader[shard];
      if (leader >= 0 && shardHolders[shardHolderOffsets[shard] + leader] === member) shardLeader[shard] = -1;
      look(e, service, shard);
    }
    refreshShare(e, service);
  },

  memberStarts(e, service, member) {
    const { heldOffsets, held, serviceHoldsData } = e.program;
    for (let i = heldOffsets[member]; i < heldOffsets[member + 1]; i++) {
      if (serviceHoldsData[service] === 1) heal(e, held[i]);
      e.state.shardLost[held[i]]--;
      look(e, service, held[i]);
    }
    refreshShare(e, service);
  },

  /** The election of a leader is over. */
  memberTimer(e, service, shard) {
    elected(e, service, shard);
    refreshShare(e, service);
  },

  /** Of each of its shards a copy is gone, and of some perhaps the last. */
  copyLost(e, service, member) {
    const { heldOffsets, held, shardHolderOffsets, shardHolders } = e.program;
    const { hasData, restoredAt, shardEmpty } = e.state;
    hasData[member] = 1;
    for (let i = heldOffsets[member]; i < heldOffsets[member + 1]; i++) {
      const first = shardHolderOffsets[held[i]];
      const end = shardHolderOffsets[held[i] + 1];
      let left = end - first;
      let had = false;
      for (let copy = first; copy < end; copy++) {
        if (shardHolders[copy] === member) {
          had = shardEmpty[copy] === 0;
          shardEmpty[copy] = 1;
        }
        left -= shardEmpty[copy];
      }
      // All that is lost in one instant is one loss, and what was lost is not lost again.
      if (had && left === 0 && restoredAt[service] !== e.now) {
        loseForGood(e, service);
        restoredAt[service] = e.now;
      }
      heal(e, held[i]);
    }
  },

  refreshShare,
  sidesMove: nothing,
  stageEnds: nothing,
  memberNoticed: nothing,
  failbackDue: nothing,
  falseAlarm: nothing,
  dataLost: nothing,
  mayTakeOut: always,
  takenOut: nothing,
  workEnds: nothing,
  looksAgain: nothing,
  backupsGone: nothing,
};

/** Whether enough of its copies work, and one of them leads. */
function look(e: Engine, service: number, shard: number): void {
  const { shardHolderOffsets, serviceRequired, electDraw, operationStream } = e.program;
  const copies = shardHolderOffsets[shard + 1] - shardHolderOffsets[shard];
  const election = e.slots.member + shard;
  if (copies - e.state.shardLost[shard] < serviceRequired[service]) {
    if (isDue(e, election)) cancel(e, election);
    answers(e, service, shard, 0);
  } else if (e.state.shardLeader[shard] >= 0) {
    answers(e, service, shard, 1);
  } else if (!isDue(e, election)) {
    const takes = delay(e, electDraw[service], operationStream[service]);
    if (takes === 0) {
      elected(e, service, shard);
      return;
    }
    answers(e, service, shard, 0);
    schedule(e, election, e.now + takes);
  }
}

function elected(e: Engine, service: number, shard: number): void {
  const { shardHolderOffsets, shardHolders } = e.program;
  const first = shardHolderOffsets[shard];
  const end = shardHolderOffsets[shard + 1];
  let copy = first;
  while (copy < end && e.state.holds[shardHolders[copy]] > 0) copy++;
  // All fell in one instant, and the others have not reacted yet: they stop it when they do.
  if (copy === end) return;
  e.state.shardLeader[shard] = copy - first;
  answers(e, service, shard, 1);
}

/** @param isAnswered 1: it is */
function answers(e: Engine, service: number, shard: number, isAnswered: number): void {
  const { shardStopped, shardsOut } = e.state;
  if (shardStopped[shard] !== isAnswered) return;
  shardStopped[shard] = 1 - isAnswered;
  shardsOut[service] += isAnswered === 1 ? -e.program.shardCount[shard] : e.program.shardCount[shard];
}

function refreshShare(e: Engine, service: number): void {
  const shards = e.program.serviceShards[service];
  setOwnShare(e, service, (shards - e.state.shardsOut[service]) / shards);
}

/** A working copy with its data gives them to all that work; where none is left anywhere, these begin anew. */
function heal(e: Engine, shard: number): void {
  const { shardHolderOffsets, shardHolders } = e.program;
  const { holds, shardEmpty } = e.state;
  const first = shardHolderOffsets[shard];
  const end = shardHolderOffsets[shard + 1];
  let isLeft = false;
  let works = false;
  for (let copy = first; copy < end; copy++) {
    if (shardEmpty[copy] === 1) continue;
    isLeft = true;
    if (holds[shardHolders[copy]] === 0) works = true;
  }
  if (isLeft && !works) return;
  for (let m = first; m < end; m++) if (holds[shardHolders[m]] === 0) shardEmpty[m] = 0;
}
