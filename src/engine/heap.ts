import type { Engine } from './engine.ts';

/*
 * An indexed binary heap over timer slots, ordered by (time, slot). The slot breaks ties, so the order of
 * simultaneous events depends on what they are and never on when they were queued. A slot is queued at most once:
 * the heap never outgrows the number of slots, and a cancelled timer leaves nothing behind.
 * Not promised: the order of entries other than the first.
 */

/** Queues the slot at the time, or moves it there if it is queued already. */
export function schedule(e: Engine, slot: number, time: number): void {
  const position = e.state.slotPosition[slot];
  if (position < 0) {
    siftUp(e, e.heapSize++, slot, time);
  } else if (time < e.state.heapTime[position]) {
    siftUp(e, position, slot, time);
  } else {
    siftDown(e, position, slot, time);
  }
}

/** Takes the slot out of the queue; nothing happens if it is not in it. */
export function cancel(e: Engine, slot: number): void {
  const { heapTime, heapSlot, slotPosition } = e.state;
  const position = slotPosition[slot];
  if (position < 0) return;
  slotPosition[slot] = -1;
  const last = --e.heapSize;
  if (position === last) return;
  const time = heapTime[last];
  const moved = heapSlot[last];
  const parent = (position - 1) >> 1;
  if (position > 0 && (time < heapTime[parent] || (time === heapTime[parent] && moved < heapSlot[parent]))) {
    siftUp(e, position, moved, time);
  } else {
    siftDown(e, position, moved, time);
  }
}

/** When the next thing happens of itself, queued or rung by the aggregate clock; Infinity: never. */
export function nextEvent(e: Engine): number {
  return Math.min(e.nextAggregate, e.heapSize > 0 ? e.state.heapTime[0] : Infinity);
}

/** Removes the first entry and returns its slot. The heap must not be empty. */
export function pop(e: Engine): number {
  const { heapTime, heapSlot, slotPosition } = e.state;
  const slot = heapSlot[0];
  slotPosition[slot] = -1;
  const last = --e.heapSize;
  if (last > 0) siftDown(e, 0, heapSlot[last], heapTime[last]);
  return slot;
}

function siftUp(e: Engine, position: number, slot: number, time: number): void {
  const { heapTime, heapSlot, slotPosition } = e.state;
  while (position > 0) {
    const parent = (position - 1) >> 1;
    const parentTime = heapTime[parent];
    const parentSlot = heapSlot[parent];
    if (parentTime < time || (parentTime === time && parentSlot < slot)) break;
    heapTime[position] = parentTime;
    heapSlot[position] = parentSlot;
    slotPosition[parentSlot] = position;
    position = parent;
  }
  heapTime[position] = time;
  heapSlot[position] = slot;
  slotPosition[slot] = position;
}

function siftDown(e: Engine, position: number, slot: number, time: number): void {
  const { heapTime, heapSlot, slotPosition } = e.state;
  const size = e.heapSize;
  for (;;) {
    let child = 2 * position + 1;
    if (child >= size) break;
    let childTime = heapTime[child];
    let childSlot = heapSlot[child];
    const right = child + 1;
    if (right < size) {
      const rightTime = heapTime[right];
      const rightSlot = heapSlot[right];
      if (rightTime < childTime || (rightTime === childTime && rightSlot < childSlot)) {
        child = right;
        childTime = rightTime;
        childSlot = rightSlot;
      }
    }
    if (time < childTime || (time === childTime && slot < childSlot)) break;
    heapTime[position] = childTime;
    heapSlot[position] = childSlot;
    slotPosition[childSlot] = position;
    position = child;
  }
  heapTime[position] = time;
  heapSlot[position] = slot;
  slotPosition[slot] = position;
}
