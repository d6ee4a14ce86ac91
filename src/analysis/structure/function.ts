import { ANSWER, type Program } from '../../compile/program.ts';
import type { Model } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import type { Bare } from './bare.ts';
import type { Diagram } from './diagram.ts';
import { together } from './elements.ts';
import { OwnShares, type Shares } from './own-share.ts';
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
  const { downBelow } = bare.program;
  const own = new OwnShares(model, downBelow, diagram, variables, shares, nestedServices(model, bare));
  const answers = new Answers(model, bare.program, diagram, own);
  const down = diagram.replace(answers.answer(model.entry), (value) => diagram.terminal(value < downBelow ? 1 : 0));
  return { down, sitesDegrade: answers.sitesDegrade };
}

/** What services answer; each is worked out once. */
class Answers {
  sitesDegrade = false;
  private readonly one: number;
  private readonly known = new Map<number, number>();
  private readonly works = new Map<number, { readonly isUp: number; readonly mayDegrade: boolean }>();

  constructor(
    private readonly model: Model,
    private readonly program: Program,
    private readonly diagram: Diagram,
    private readonly own: OwnShares,
  ) {
    this.one = diagram.terminal(1);
  }

  answer(service: number): number {
    const { answerOffsets, answerCode, answerFactorOffsets, answerFactors } = this.program;
    let factor = answerFactorOffsets[service];
    const saved: number[] = [];
    let product = this.one;
    for (let i = answerOffsets[service]; i < answerOffsets[service + 1]; i++) {
      const code = answerCode[i];
      if (code >= 0) {
        product = this.times(saved.length, product, this.ownShare(code));
      } else if (code === ANSWER.push) {
        saved.push(product);
        product = this.one;
      } else if (code === ANSWER.choose) {
        saved.push(product, this.diagram.terminal(0));
        product = this.one;
      } else if (code === ANSWER.or) {
        saved.push(this.diagram.larger(saved.pop()!, product));
        product = this.one;
      } else if (code === ANSWER.chosen) {
        const best = this.diagram.larger(saved.pop()!, product);
        product = this.times(saved.length - 1, saved.pop()!, best);
      } else {
        const without = answerFactors[factor++];
        const wanted = this.diagram.replace(product, (value) => this.diagram.terminal(without + (1 - without) * value));
        product = this.times(saved.length - 1, saved.pop()!, wanted);
      }
    }
    return product;
  }

  private times(depth: number, a: number, b: number): number {
    return depth === 0 ? this.diagram.multiplyOrNothing(a, b) : this.diagram.multiply(a, b);
  }

  private ownShare(service: number): number {
    let share = this.known.get(service);
    if (share === undefined) {
      const { sites, placement } = this.model.services[service];
      if (placement.length === 0) share = this.one;
      else if (sites === null) share = this.ofMembers(service);
      else share = this.ofSites(service, sites);
      this.known.set(service, share);
    }
    return share;
  }

  private ofMembers(service: number): number {
    const { component } = this.model.services[service];
    return this.own.ofReplicas(service, component < 0 ? 0 : together(this.model.components[component].failures));
  }

  private ofSites(service: number, sites: readonly number[]): number {
    let working = this.diagram.terminal(0);
    sites.forEach((copy, site) => {
      working = this.diagram.add(
        working,
        this.diagram.multiply(this.isWorking(service, copy), this.own.strike(service, site)),
      );
    });
    return this.diagram.replace(working, (count) => this.diagram.terminal(this.own.shareOf(service, count)));
  }

  private isWorking(service: number, copy: number): number {
    let site = this.works.get(copy);
    if (site === undefined) {
      let mayDegrade = false;
      const isUp = this.diagram.replace(this.answer(copy), (value) => {
        if (value >= this.program.downBelow && value < 1) mayDegrade = true;
        return this.diagram.terminal(value < this.program.downBelow ? 0 : 1);
      });
      this.works.set(copy, (site = { isUp, mayDegrade }));
    }
    if (site.mayDegrade && !MODES[this.model.services[service].mode].agrees) this.sitesDegrade = true;
    return site.isUp;
  }
}

/**
 * [service] 1: somebody only wants it, or it is one of several that will do, so that what it answers below the error
 * rate counts as well.
 */
function nestedServices({ services }: Model, { program, judged }: Bare): Uint8Array {
  const nested = new Uint8Array(services.length);
  for (const answer of judged) {
    let depth = 0;
    for (let i = program.answerOffsets[answer]; i < program.answerOffsets[answer + 1]; i++) {
      const code = program.answerCode[i];
      if (code === ANSWER.push || code === ANSWER.choose) depth++;
      else if (code === ANSWER.want || code === ANSWER.chosen) depth--;
      else if (depth > 0) nested[code] = 1;
    }
  }
  return nested;
}
