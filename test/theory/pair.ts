import { solveChain } from './chain.ts';

/** Rates per hour of a pair in which everything is exponential. */
export const FAIL = 1 / 240;
export const REPAIR = 1 / 24;
export const DETECT = 1 / 2;
export const PROMOTE = 1 / 3;
export const RETRY = 1 / 6;
export const REDIRECT = 1;
export const COVERAGE = 0.7;

/** What clients of a pair with these stages wait for. */
export type Stage = 'serving' | 'detecting' | 'waiting' | 'between' | 'promoting' | 'redirecting';

export interface Pair {
  readonly active: boolean;
  readonly standby: boolean;
  readonly stage: Stage;
}
/** Two exchangeable members; the standby of a promotion that ends is the former active. */
export const pairChain = (coverage: number) =>
  solveChain<Pair>({ active: true, standby: true, stage: 'serving' }, ({ active, standby, stage }) => {
    const moves: [number, Pair][] = [];
    const choose = (standbyUp: boolean): Pair =>
      active ? { active, standby: standbyUp, stage: 'serving' } : { active, standby: standbyUp, stage: standbyUp ? 'promoting' : 'waiting' };
    if (active) {
      const failed = stage === 'serving' || stage === 'redirecting' ? 'detecting' : stage;
      moves.push([FAIL, { active: false, standby, stage: failed }]);
    } else {
      moves.push([REPAIR, { active: true, standby, stage: stage === 'promoting' ? stage : 'serving' }]);
    }
    if (standby) moves.push([FAIL, stage === 'promoting' ? choose(false) : { active, standby: false, stage }]);
    else moves.push([REPAIR, stage === 'waiting' ? choose(true) : { active, standby: true, stage }]);
    if (stage === 'detecting') moves.push([DETECT, choose(standby)]);
    if (stage === 'between') moves.push([RETRY, choose(standby)]);
    if (stage === 'promoting') {
      moves.push([PROMOTE * coverage, { active: true, standby: active, stage: 'redirecting' }]);
      moves.push([PROMOTE * (1 - coverage), active ? choose(true) : { active, standby, stage: 'between' }]);
    }
    if (stage === 'redirecting') moves.push([REDIRECT, { active, standby, stage: 'serving' }]);
    return moves;
  });
