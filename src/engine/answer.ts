import { ANSWER, type Program } from '../compile/program.ts';
import { bookEntry, serviceGoesDown, serviceReturns } from './bookkeeping.ts';
import type { Engine } from './engine.ts';

/** Sets a service's own share and carries the change to every service that depends on it; stops where nothing changes. */
export function setOwnShare(e: Engine, service: number, share: number): void {
  const { ownShare } = e.state;
  if (ownShare[service] === share) return;
  ownShare[service] = share;
  const { dependentOffsets, dependents } = e.program;
  const end = dependentOffsets[service + 1];
  for (let i = dependentOffsets[service]; i < end; i++) updateAnswer(e, dependents[i]);
}

function updateAnswer(e: Engine, service: number): void {
  const p = e.program;
  const before = e.state.answer[service];
  const after = evaluateAnswer(p, e.state.ownShare, e.state.answerStack, service);
  if (after === before) return;
  // The entry's books close on the old answer before the new one stands.
  if (service === p.entry) bookEntry(e, e.now);
  e.state.answer[service] = after;
  const isDown = after < p.downBelow;
  if (isDown !== before < p.downBelow) {
    if (isDown) serviceGoesDown(e, service);
    else serviceReturns(e, service);
  }
}

/**
 * Runs a service's postfix code (see `Program.answerCode`).
 * @param ownShare [service]
 * @param answerStack room for `answerDepth` numbers
 * @returns the share of requests that the service answers, with all that it needs and wants
 */
export function evaluateAnswer(p: Program, ownShare: Float64Array, answerStack: Float64Array, service: number): number {
  const { answerOffsets, answerCode, answerFactorOffsets, answerFactors } = p;
  const end = answerOffsets[service + 1];
  let factor = answerFactorOffsets[service];
  let depth = 0;
  let product = 1;
  for (let i = answerOffsets[service]; i < end; i++) {
    const code = answerCode[i];
    if (code >= 0) {
      product *= ownShare[code];
    } else if (code === ANSWER.push) {
      answerStack[depth++] = product;
      product = 1;
    } else {
      const without = answerFactors[factor++];
      product = answerStack[--depth] * (without + (1 - without) * product);
    }
  }
  return product;
}
