import { ANSWER } from '../compile/program.ts';
import type { Engine } from '../engine/engine.ts';

/**
 * Where a walk along a service's answer goes on after the services of which one will do that begin at `at`: behind them
 * all where one answers at least `enough`, since it then matters to nobody what the others do.
 */
export function afterChoice(e: Engine, at: number, enough: number): number {
  const { answerCode } = e.program;
  let depth = 0;
  let isAnswered = false;
  for (let i = at; ; i++) {
    const code = answerCode[i];
    if (code === ANSWER.choose) depth++;
    // Each of them begins with its own share.
    if (depth === 1 && (code === ANSWER.choose || code === ANSWER.or))
      isAnswered ||= e.state.answer[answerCode[i + 1]] >= enough;
    if (code === ANSWER.chosen && --depth === 0) return isAnswered ? i : at;
  }
}
