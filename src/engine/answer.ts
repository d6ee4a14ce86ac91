import { ANSWER, type Program } from '../compile/program.ts';
import type { Engine } from './engine.ts';
import { markSite } from './marks.ts';
import { coordinatorChanges, needReturns, toolChanges } from './needs.ts';

/**
 * Sets a service's own share and carries the change to every service that depends on it; stops where nothing changes.
 * Those whose answer is a product keep count of the shares in it that are 0 and of those between 0 and 1, so that
 * nothing is multiplied out while all that matters is up or down.
 */
export function setOwnShare(e: Engine, service: number, share: number): void {
  const { ownShare, zeros, partials } = e.state;
  const before = ownShare[service];
  if (before === share) return;
  ownShare[service] = share;
  const zero = (share === 0 ? 1 : 0) - (before === 0 ? 1 : 0);
  const partial = (share > 0 && share < 1 ? 1 : 0) - (before > 0 && before < 1 ? 1 : 0);
  const p = e.program;
  const { dependentOffsets, dependents, answerIsProduct } = p;
  const end = dependentOffsets[service + 1];
  for (let i = dependentOffsets[service]; i < end; i++) {
    const dependent = dependents[i];
    zeros[dependent] += zero;
    partials[dependent] += partial;
    const isPlain = answerIsProduct[dependent] === 1;
    if (isPlain && zeros[dependent] > 0) setAnswer(e, dependent, 0);
    else if (isPlain && partials[dependent] === 0) setAnswer(e, dependent, 1);
    else setAnswer(e, dependent, evaluateAnswer(p, ownShare, e.state.answerStack, dependent));
  }
}

function setAnswer(e: Engine, service: number, after: number): void {
  const p = e.program;
  const before = e.state.answer[service];
  if (after === before) return;
  e.state.answer[service] = after;
  for (let i = p.siteOffsets[service]; i < p.siteOffsets[service + 1]; i++) markSite(e, p.sites[i]);
  e.probe.answer(e, service, before);
  const isUp = after >= p.downBelow;
  if (before < p.downBelow === !isUp) return;
  if (isUp) needReturns(e, service);
  toolChanges(e, service);
  coordinatorChanges(e, service);
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
    } else if (code === ANSWER.want) {
      const without = answerFactors[factor++];
      product = answerStack[--depth] * (without + (1 - without) * product);
    } else if (code === ANSWER.choose) {
      answerStack[depth++] = product;
      answerStack[depth++] = 0;
      product = 1;
    } else {
      const best = Math.max(answerStack[depth - 1], product);
      answerStack[depth - 1] = best;
      product = 1;
      if (code === ANSWER.chosen) product = answerStack[(depth -= 2)] * best;
    }
  }
  return product;
}
