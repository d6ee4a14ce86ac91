import type { Program } from '../../compile/program.ts';
import { evaluateAnswer } from '../../engine/answer.ts';
import type { Model } from '../../model/model.ts';
import { answersBy } from '../../model/relies.ts';
import { orderGraph } from '../../model/resolve/graph.ts';
import { bareProgram, neededToServe } from './bare.ts';
import type { Element } from './elements.ts';

/** Is the entry down with one or two elements down and everything else up, after all failovers? */
export type Structure = (a: Element, b?: Element) => boolean;

/**
 * How the entry's answer follows from what is up once every failover is done. A site is up while its copy is not down
 * and neither it nor a domain around it has failed; the services that work on sites follow from that, inner ones first.
 */
export function settle(model: Model): Structure {
  const { program, matters } = bareProgram(model);
  const { order } = orderGraph(
    model.services.map((service) => [
      ...answersBy({ ...service, needs: neededToServe(service) }),
      ...(service.sites ?? []),
    ]),
  );
  const onSites = order.reverse().filter((service) => matters[service] === 1 && model.services[service].sites !== null);
  return createStructure(model, program, onSites);
}

function createStructure({ services }: Model, program: Program, onSites: readonly number[]): Structure {
  const members = services.map(({ placement }) => placement.length);
  const enough = services.map(({ required }) => required);
  const degrades = services.map(({ belowRequired }) => belowRequired === 'degraded');
  const lost = new Int32Array(members.length);
  /** [service][site] how many of the elements took the site out. */
  const out = services.map(({ sites }) => new Uint8Array(sites?.length ?? 0));
  const ownShare = new Float64Array(members.length).fill(1);
  const stack = new Float64Array(program.answerDepth + 1);
  let suffers = false;

  const isUp = (service: number) => evaluateAnswer(program, ownShare, stack, service) >= program.downBelow;
  const setShare = (service: number, working: number) => {
    if (working >= enough[service]) return;
    ownShare[service] = degrades[service] ? working / enough[service] : 0;
    suffers = true;
  };
  const strike = (element: Element) => {
    element.services.forEach((service, i) => {
      // Two domains side by side, or two members, have none in common; a shock takes all.
      lost[service] = Math.min(members[service], lost[service] + element.struck[i]);
      setShare(service, members[service] - lost[service]);
    });
    for (const { service, site } of element.sites) {
      out[service][site]++;
      suffers = true;
    }
  };
  const heal = (element: Element) => {
    for (const service of element.services) {
      lost[service] = 0;
      ownShare[service] = 1;
    }
    for (const { service, site } of element.sites) out[service][site]--;
  };
  const settleSites = () => {
    for (const service of onSites) {
      let working = 0;
      services[service].sites!.forEach((copy, site) => {
        if (out[service][site] === 0 && isUp(copy)) working++;
      });
      setShare(service, working);
    }
  };
  return (a, b) => {
    suffers = false;
    strike(a);
    if (b !== undefined) strike(b);
    let isDown = false;
    if (suffers) {
      settleSites();
      isDown = !isUp(program.entry);
      for (const service of onSites) ownShare[service] = 1;
    }
    heal(a);
    if (b !== undefined) heal(b);
    return isDown;
  };
}
