/** What is pushed with the highest rank is popped first; of equal ranks what was pushed first. */
interface Queue<T> {
  push(item: T, rank: number): void;
  pop(): T | undefined;
}

export function createQueue<T>(): Queue<T> {
  const items: { readonly item: T; readonly rank: number; readonly turn: number }[] = [];
  let turns = 0;
  const precedes = (a: number, b: number) =>
    items[a].rank > items[b].rank || (items[a].rank === items[b].rank && items[a].turn < items[b].turn);
  const swap = (a: number, b: number) => ([items[a], items[b]] = [items[b], items[a]]);
  return {
    push(item, rank) {
      let at = items.push({ item, rank, turn: turns++ }) - 1;
      for (let parent = (at - 1) >> 1; at > 0 && precedes(at, parent); at = parent, parent = (at - 1) >> 1)
        swap(at, parent);
    },
    pop() {
      if (items.length === 0) return undefined;
      swap(0, items.length - 1);
      const top = items.pop()!;
      for (let at = 0; ;) {
        let best = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < items.length && precedes(child, best)) best = child;
        if (best === at) break;
        swap(at, best);
        at = best;
      }
      return top.item;
    },
  };
}
