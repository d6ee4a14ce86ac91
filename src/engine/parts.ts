import { WORK } from '../compile/program.ts';
import { delay } from './chance.ts';
import type { Engine } from './engine.ts';
import { schedule } from './heap.ts';

/*
 * Parts on the shelf, ordered one for one: whoever takes one orders another, so that those on the shelf, less those
 * that are waited for, and those on order are as many as the stock all the time.
 */

/** Takes a part and orders another. @returns whether there is one; otherwise it comes to `partComes` */
export function takePart(e: Engine, task: number): boolean {
  const p = e.program;
  const { stockOrdered, stockFirst, stockLast, taskNext } = e.state;
  const stock = p.works[p.taskWork[task] * WORK.stride + WORK.stock];
  const isThere = stockOrdered[stock] < p.stockSize[stock];
  order(e, stock);
  if (isThere) return true;
  taskNext[task] = -1;
  if (stockFirst[stock] < 0) stockFirst[stock] = task;
  else taskNext[stockLast[stock]] = task;
  stockLast[stock] = task;
  return false;
}

/** A part has come. @returns the task that has waited longest for one; −1: it goes on the shelf */
export function partComes(e: Engine, slot: number): number {
  const { orderNext, stockFree, stockOrdered, stockFirst, taskNext } = e.state;
  const stock = stockOf(e, slot);
  stockOrdered[stock]--;
  orderNext[slot] = stockFree[stock];
  stockFree[stock] = slot;
  const task = stockFirst[stock];
  if (task >= 0) stockFirst[stock] = taskNext[task];
  return task;
}

function order(e: Engine, stock: number): void {
  const p = e.program;
  const { orderNext, stockFree, stockOrdered, stockUsed } = e.state;
  let slot = stockFree[stock];
  if (slot >= 0) stockFree[stock] = orderNext[slot];
  else slot = p.stockOrders[stock] + stockUsed[stock]++;
  stockOrdered[stock]++;
  schedule(e, e.slots.order + slot, e.now + delay(e, p.stockLeadDraw[stock], p.stockStream[stock]));
}

function stockOf({ program: { stockOrders } }: Engine, slot: number): number {
  let stock = 0;
  while (slot >= stockOrders[stock + 1]) stock++;
  return stock;
}
