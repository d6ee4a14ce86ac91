import { ANSWER } from '../../compile/program.ts';
import type { Model } from '../../model/model.ts';
import type { Bare } from './bare.ts';
import type { Diagram } from './diagram.ts';
import { together } from './elements.ts';
import { ownShares, type Shares } from './own-share.ts';
import type { Variables } from './variables.ts';

/** What is known of the entry as a function of what has failed. */
interface StructureFunction {
  /** 1 where the entry is down, 0 where it is not. */
  readonly down: number;
  /** A site that works may answer less than all: the engine's answer then depends on which site serves. */
  readonly sitesDegrade: boolean;
}

/**
 * The entry's structure function, by the compiled answer code: services' own shares (k of n over what is up once all
 * failovers are done) multiply, wanted services as f + (1 − f) × their answer, and the entry is down where the result
 * is below 1 − sla.error-rate. Products below that are cut off at once, as nothing brings them up again.
 */
export function structureFunction(
  model: Model,
  bare: Bare,
  diagram: Diagram,
  variables: Variables,
  shares: Shares,
): StructureFunction {
  const { program } = bare;
  const { answerOffsets, answerCode, answerFactorOffsets, answerFactors, downBelow } = program;
  const one = diagram.terminal(1);
  const nested = nestedServices(model, bare);
  const known = new Map<number, number>();
  const works = new Map<number, { readonly isUp: number; readonly mayDegrade: boolean }>();
  let sitesDegrade = false;

  function answer(service: number): number {
    let factor = answerFactorOffsets[service];
    const saved: number[] = [];
    let product = one;
    for (let i = answerOffsets[service]; i < answerOffsets[service + 1]; i++) {
      const code = answerCode[i];
      if (code >= 0) {
        product = times(saved.length, product, ownShare(code));
      } else if (code === ANSWER.push) {
        saved.push(product);
        product = one;
      } else {
        const without = answerFactors[factor++];
        const wanted = diagram.replace(product, (value) => diagram.terminal(without + (1 - without) * value));
        product = times(saved.length - 1, saved.pop()!, wanted);
      }
    }
    return product;
  }

  function times(depth: number, a: number, b: number): number {
    return depth === 0 ? diagram.multiplyOrNothing(a, b) : diagram.multiply(a, b);
  }

  function ownShare(service: number): number {
    let share = known.get(service);
    if (share === undefined) {
      const { sites, placement } = model.services[service];
      if (placement.length === 0) share = one;
      else if (sites === null) share = ofMembers(service);
      else share = ofSites(service, sites);
      known.set(service, share);
    }
    return share;
  }

  const { shareOf, ofReplicas, strike } = ownShares(model, bare, diagram, variables, shares, nested);

  function ofMembers(service: number): number {
    const { component } = model.services[service];
    return ofReplicas(service, component < 0 ? 0 : together(model.components[component].failures));
  }

  function ofSites(service: number, sites: readonly number[]): number {
    let working = diagram.terminal(0);
    sites.forEach((copy, site) => {
      working = diagram.add(working, diagram.multiply(isWorking(service, copy), strike(service, site)));
    });
    return diagram.replace(working, (count) => diagram.terminal(shareOf(service, count)));
  }

  function isWorking(service: number, copy: number): number {
    let site = works.get(copy);
    if (site === undefined) {
      let mayDegrade = false;
      const isUp = diagram.replace(answer(copy), (value) => {
        if (value >= downBelow && value < 1) mayDegrade = true;
        return diagram.terminal(value < downBelow ? 0 : 1);
      });
      works.set(copy, (site = { isUp, mayDegrade }));
    }
    if (site.mayDegrade && model.services[service].mode !== 'quorum') sitesDegrade = true;
    return site.isUp;
  }

  const down = diagram.replace(answer(model.entry), (value) => diagram.terminal(value < downBelow ? 1 : 0));
  return { down, sitesDegrade };
}

/** [service] 1: somebody only wants it, so that what it answers below the error rate counts as well. */
function nestedServices({ services }: Model, { program, judged }: Bare): Uint8Array {
  const nested = new Uint8Array(services.length);
  for (const answer of judged) {
    let depth = 0;
    for (let i = program.answerOffsets[answer]; i < program.answerOffsets[answer + 1]; i++) {
      const code = program.answerCode[i];
      if (code === ANSWER.push) depth++;
      else if (code === ANSWER.want) depth--;
      else if (depth > 0) nested[code] = 1;
    }
  }
  return nested;
}
