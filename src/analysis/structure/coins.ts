import type { Model } from '../../model/model.ts';
import { binomialLosses, chanceOfRange } from './binomial.ts';
import type { CutKind } from './cut-kind.ts';
import { TooLarge } from './diagram.ts';
import type { Solved } from './solve.ts';

/**
 * Chance that the shocks of a cut set, where they may miss, strike so that the entry is down, once everything in the
 * set is down and nothing else is; 1 where none of them may miss.
 * @throws TooLarge where the structure has no diagram
 */
export function coinChance(
  model: Model,
  solve: (model: Model) => Solved | null,
  { domains, shocks, lost }: CutKind,
): number {
  if (shocks.every((shock) => model.shocks[shock].probability === 1)) return 1;
  const solved = solve(model);
  if (solved === null) throw new TooLarge();
  const { diagram, variables, down } = solved;
  const isOut = { domain: new Set(domains), shock: new Set(shocks) };
  const units = new Map(lost.map((each) => [each.service, each.units]));
  const known = new Map<number, number>();

  function visit(node: number): number {
    const variable = diagram.variableOf(node);
    if (variable < 0) return diagram.valueOf(node);
    let result = known.get(node);
    if (result !== undefined) return result;
    const meaning = variables.meanings[variable];
    const first = diagram.firstRun(node);
    if (meaning.kind === 'domain' || meaning.kind === 'shock') {
      result = visit(diagram.childOf(first + (isOut[meaning.kind].has(meaning.index) ? 1 : 0)));
    } else if (meaning.kind === 'lost') {
      // Those that are down by themselves, and those of the others that are struck.
      const own = units.get(meaning.index) ?? 0;
      result = mean(node, own, meaning.alive - own, 1 - meaning.missed);
    } else {
      result = mean(node, 0, 1, meaning.down);
    }
    known.set(node, result);
    return result;
  }

  function mean(node: number, own: number, others: number, chance: number): number {
    const losses = binomialLosses(others, chance);
    let sum = 0;
    for (let run = diagram.firstRun(node); run < diagram.endRun(node); run++) {
      const end = run + 1 < diagram.endRun(node) ? diagram.startOf(run + 1) : Infinity;
      const share = chanceOfRange(losses, diagram.startOf(run) - own, end - own);
      if (share > 0) sum += share * visit(diagram.childOf(run));
    }
    return sum;
  }

  return visit(down);
}
