import type { Service } from '../model/model.ts';
import { packRows, type Rows } from './csr.ts';
import { ANSWER } from './program.ts';

interface Answers {
  readonly dependents: Rows;
  readonly code: Rows;
  readonly factorOffsets: Int32Array;
  readonly factors: Float64Array;
  readonly isProduct: Uint8Array;
  readonly depth: number;
}

/**
 * How each service's answer follows from own shares: it and all that it needs, directly or not, multiply, each once
 * however many paths lead to it; a service that is wanted multiplies by f + (1 − f) × its answer, and services of which
 * one will do by the best of their answers, in which what the whole already needs does not count again.
 */
export function compileAnswers(services: readonly Service[]): Answers {
  const codes: number[][] = [];
  const factors: number[][] = [];
  const involved: Set<number>[] = [];
  let deepest = 0;
  services.forEach((_, index) => {
    const code: number[] = [];
    const factor: number[] = [];
    deepest = Math.max(deepest, emit(services, index, new Set(), code, factor));
    codes.push(code);
    factors.push(factor);
    involved.push(new Set(code.filter((k) => k >= 0)));
  });
  const dependents: number[][] = services.map(() => []);
  involved.forEach((owns, index) => owns.forEach((own) => dependents[own].push(index)));
  const factorOffsets = new Int32Array(services.length + 1);
  factors.forEach((row, i) => (factorOffsets[i + 1] = factorOffsets[i] + row.length));
  return {
    dependents: packRows(dependents),
    code: packRows(codes),
    factorOffsets,
    factors: Float64Array.from(factors.flat()),
    isProduct: Uint8Array.from(codes, (row) => (row.every((code) => code >= 0) ? 1 : 0)),
    depth: deepest,
  };
}

/**
 * Appends the code for one service's answer, without what is counted already; returns the nesting used. `counted` is
 * lent: it is as it was when the call returns, so that nothing is copied on the way down.
 */
function emit(
  services: readonly Service[],
  root: number,
  counted: Set<number>,
  code: number[],
  factors: number[],
): number {
  const { all, near } = closure(services, root);
  const added = all.filter((index) => !counted.has(index));
  for (const index of added) {
    counted.add(index);
    code.push(index);
  }
  let depth = 0;
  for (const index of [...added, ...near]) {
    for (const group of services[index].anyOf) {
      // One of them is needed anyway: nothing more follows from whether another one answers.
      if (group.some((choice) => counted.has(choice))) continue;
      group.forEach((choice, i) => {
        code.push(i === 0 ? ANSWER.choose : ANSWER.or);
        depth = Math.max(depth, 2 + emit(services, choice, counted, code, factors));
      });
      code.push(ANSWER.chosen);
    }
    for (const want of services[index].wants) {
      if (counted.has(want.service)) continue;
      code.push(ANSWER.push);
      depth = Math.max(depth, 1 + emit(services, want.service, counted, code, factors));
      code.push(ANSWER.want);
      factors.push(want.without);
    }
  }
  for (const index of added) counted.delete(index);
  return depth;
}

/**
 * The service and all that it needs, directly or not; what is needed comes after what needs it. What is needed near
 * each member alone holds those down, and does not count by itself: only what it needs does.
 */
function closure(services: readonly Service[], root: number): { all: number[]; near: number[] } {
  const all = new Set<number>([root]);
  const near = new Set<number>();
  for (let before = -1; before !== all.size + near.size;) {
    before = all.size + near.size;
    for (const index of [...all, ...near]) {
      for (const need of services[index].needs) all.add(need);
      for (const { service } of services[index].within) near.add(service);
    }
  }
  return { all: [...all], near: [...near].filter((index) => !all.has(index)) };
}
