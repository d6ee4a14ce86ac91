/** Numbers that come one after another, and how much the first r of them come to. */
export interface Series {
  readonly length: number;
  at(index: number): number;
  /** Of the first r, added up in their order. */
  sum(r: number): number;
  push(value: number): void;
}

export function createSeries(values: readonly number[] = []): Series {
  const all: number[] = [];
  const sums = [0];
  const push = (value: number): void => {
    sums.push(sums[all.length] + value);
    all.push(value);
  };
  values.forEach(push);
  return {
    get length() {
      return all.length;
    },
    at: (index) => all[index],
    sum: (r) => sums[r],
    push,
  };
}
