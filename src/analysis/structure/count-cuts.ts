import { choose, type CutKinds } from './cut-kinds.ts';
import { TooLarge } from './diagram.ts';
import { NONE, UNIT } from './families.ts';
import { MOST_IN_CUT } from './own-share.ts';

const MOST_STEPS = 1_000_000;

/**
 * How many minimal cut sets of one, two and three elements there are, every member for itself, counted on their
 * diagram. What is counted below a node depends on the way to it only by how many members of the services there are
 * left to choose from.
 * @throws TooLarge
 */
export function countCuts(kinds: CutKinds): number[] {
  const { variables, families, alive, touched } = kinds;
  const some = new Map<number, number>();
  variables.meanings.forEach((meaning, variable) => {
    if (meaning.kind === 'some') some.set(meaning.index, variable);
  });
  const known = new Map<string, number[]>();
  let steps = 0;

  /** [elements] sets of the family with that many more. */
  function count(family: number, domains: readonly number[]): number[] {
    if (family === NONE) return [0, 0, 0, 0];
    if (family === UNIT) return [1, 0, 0, 0];
    const variable = families.variableOf(family);
    const key = `${family} ${left(variable, domains)}`;
    let result = known.get(key);
    if (result !== undefined) return result;
    if (++steps > MOST_STEPS) throw new TooLarge();
    const meaning = variables.meanings[variable];
    result = [...count(families.withExactly(family, 0), domains)];
    for (let units = 1; units <= MOST_IN_CUT; units++) {
      const child = families.withExactly(family, units);
      if (child === NONE) continue;
      const choices = meaning.kind === 'some' ? choose(alive(meaning.index, domains), units) : 1;
      const more = count(child, meaning.kind === 'domain' ? [...domains, meaning.index] : domains);
      for (let size = units; size <= MOST_IN_CUT; size++) result[size] += choices * more[size - units];
    }
    known.set(key, result);
    return result;
  }

  /** What failed domains have left of the services that are still to come. */
  function left(variable: number, domains: readonly number[]): string {
    const services = new Set<number>();
    for (const domain of domains) {
      for (const service of touched(domain))
        if (!families.comesBefore(some.get(service)!, variable)) services.add(service);
      steps++;
    }
    return [...services]
      .sort((a, b) => a - b)
      .map((service) => `${service}:${alive(service, domains)}`)
      .join();
  }

  return count(kinds.all, []).slice(1);
}
