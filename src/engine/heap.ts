import type { Engine } from './engine.ts';

/*
 * A binary heap of (time, slot). The slot breaks ties, so the order of simultaneous events depends on what they are
 * and never
 * on when they were queued. An entry does not know its place: a timer that is cancelled or moved leaves its entry
 * behind, which
 * no longer counts, since `due` says when the slot's timer really ends (`slots.timers` and up; a clock's is never
 * moved). The
 * first entry always counts: whatever does not is thrown away when it gets there, or when there is no room left.
 * Not promised: the order of entries other than the first.
 */

/** Queues the slot at the time, or moves it there if it is queued already. */
export function schedule(e: Engine, slot: number, time: number): void {
  const timer = slot - e.slots.timers;
  if (timer >= 0) {
    const isMoved = isDue(e, slot);
    e.state.due[timer] = time;
    push(e, slot, time);
    if (isMoved) dropPassed(e);
  } else {
    push(e, slot, time);
  }
}

/** Takes the slot, no clock's, out of the queue; nothing happens if it is not in it. */
export function cancel(e: Engine, slot: number): void {
  e.state.due[slot - e.slots.timers] = NaN;
  dropPassed(e);
}

/** Whether the slot, no clock's, is queued. */
export function isDue(e: Engine, slot: number): boolean {
  const due = e.state.due[slot - e.slots.timers];
  return due === due;
}

/**
 * Takes a clock's entry, which must be there, out of the queue: for whoever makes it fail before its time, or later.
 * @returns when it would have rung
 */
export function withdraw(e: Engine, clock: number): number {
  const { heapSlot, heapTime } = e.state;
  const at = heapSlot.subarray(0, e.heapSize).indexOf(clock);
  const time = heapTime[at];
  e.heapSize--;
  heapTime[at] = heapTime[e.heapSize];
  heapSlot[at] = heapSlot[e.heapSize];
  heapify(e);
  dropPassed(e);
  return time;
}

/** When the next thing happens of itself, queued or rung by a source; Infinity: never. */
export function nextEvent(e: Engine): number {
  return Math.min(e.nextRing, e.heapSize > 0 ? e.state.heapTime[0] : Infinity);
}

/** Something else happens in this very instant. */
export function goesOn(e: Engine): boolean {
  return e.nextRing === e.now || (e.heapSize > 0 && e.state.heapTime[0] === e.now);
}

/** Removes the first entry and returns its slot. The heap must not be empty. */
export function pop(e: Engine): number {
  const slot = e.state.heapSlot[0];
  removeFirst(e);
  if (slot >= e.slots.timers) e.state.due[slot - e.slots.timers] = NaN;
  dropPassed(e);
  return slot;
}

/** Throws away what is first and does not count. */
export function dropPassed(e: Engine): void {
  const { due, heapSlot, heapTime } = e.state;
  const { timers } = e.slots;
  while (e.heapSize > 0 && heapSlot[0] >= timers && due[heapSlot[0] - timers] !== heapTime[0]) removeFirst(e);
}

export function push(e: Engine, slot: number, time: number): void {
  const { heapTime, heapSlot } = e.state;
  if (e.heapSize === heapTime.length) clear(e);
  let position = e.heapSize++;
  while (position > 0) {
    const parent = (position - 1) >> 1;
    const parentTime = heapTime[parent];
    if (parentTime < time || (parentTime === time && heapSlot[parent] < slot)) break;
    heapTime[position] = parentTime;
    heapSlot[position] = heapSlot[parent];
    position = parent;
  }
  heapTime[position] = time;
  heapSlot[position] = slot;
}

/** The heap must not be empty. */
export function removeFirst(e: Engine): void {
  const last = --e.heapSize;
  if (last > 0) siftDown(e, 0, e.state.heapSlot[last], e.state.heapTime[last]);
}

function siftDown(e: Engine, from: number, slot: number, time: number): void {
  const { heapTime, heapSlot } = e.state;
  const size = e.heapSize;
  let position = from;
  for (;;) {
    let child = 2 * position + 1;
    if (child >= size) break;
    let childTime = heapTime[child];
    if (child + 1 < size) {
      const rightTime = heapTime[child + 1];
      if (rightTime < childTime || (rightTime === childTime && heapSlot[child + 1] < heapSlot[child])) {
        child++;
        childTime = rightTime;
      }
    }
    if (time < childTime || (time === childTime && slot < heapSlot[child])) break;
    heapTime[position] = childTime;
    heapSlot[position] = heapSlot[child];
    position = child;
  }
  heapTime[position] = time;
  heapSlot[position] = slot;
}

/**
 * No room left: whatever does not count is thrown away, wherever it is. There is room for every slot, and as much
 * again.
 */
function clear(e: Engine): void {
  const { due, heapSlot, heapTime } = e.state;
  const { timers } = e.slots;
  let size = 0;
  for (let i = 0; i < e.heapSize; i++) {
    if (heapSlot[i] >= timers && due[heapSlot[i] - timers] !== heapTime[i]) continue;
    heapTime[size] = heapTime[i];
    heapSlot[size++] = heapSlot[i];
  }
  e.heapSize = size;
  heapify(e);
}

/** Puts entries in whatever order into that of a heap. */
function heapify(e: Engine): void {
  const { heapSlot, heapTime } = e.state;
  for (let i = (e.heapSize >> 1) - 1; i >= 0; i--) siftDown(e, i, heapSlot[i], heapTime[i]);
}
