import type { DocumentFields } from '../language/types.ts';
import type { Field } from '../language/kinds.ts';
import { messages } from '../messages/index.ts';
import type { Model, Shock } from '../model.ts';
import { type DomainTree, isWithin } from './domains.ts';
import { resolveFailure } from './failures.ts';
import { valueOr } from './fields.ts';
import { workOf, type Helpers } from './people.ts';
import type { Report } from '../report.ts';
import type { Draft } from './services.ts';
import type { Whole } from './whole.ts';

export function resolveShocks(
  fields: DocumentFields,
  tree: DomainTree,
  drafts: readonly Draft[],
  helpers: Helpers,
): Shock[] {
  const { services, instances, report } = helpers;
  return valueOr(fields.shocks, []).map(({ name, field }) => {
    const shock = field.ok ? field.value.fields : {};
    const named = valueOr(shock.hits, []);
    if (shock.hits?.ok === true && named.length === 0) report.error(shock.hits.at, messages.emptyHits());
    const each = shock.repair?.ok === true && shock.repair.value === 'each' ? shock.repair : null;
    if (each !== null && (shock['repaired-by'] ?? shock['repair-needs']) !== undefined)
      report.error(each.at, messages.victimsWithoutPeople());
    // What is called like a service is that one.
    const isDomain = (each: Field<string>): boolean =>
      each.ok && services.indexOf(each.value) < 0 && tree.list.some((domain) => domain.name === each.value);
    const hits = services.findAll(named.filter((each) => !isDomain(each)));
    const domains = hitDomains(named.filter(isDomain), tree, helpers);
    for (const target of named) {
      if (target.ok && hits.some((i) => drafts[i].replicas === 0 && drafts[i].name === target.value))
        report.error(target.at, messages.hitsNothing(target.value));
    }
    return {
      name,
      ...resolveFailure(field, report, 'shock'),
      ...(field.ok ? workOf(field.value.fields, 'shock', helpers) : {}),
      hits: hits.flatMap((i) => instances.ofWritten[i]),
      ...(domains.length === 0 ? {} : { domains }),
      probability: valueOr(shock.probability, 1),
      repairsEach: each !== null,
    };
  });
}

/** Domains that are struck whole; none of them in another one. */
function hitDomains(named: readonly Field<string>[], tree: DomainTree, { report }: Helpers): number[] {
  const found: number[] = [];
  for (const each of named) {
    if (!each.ok) continue;
    const index = tree.list.findIndex(({ name }) => name === each.value);
    const around = found.find((other) => isWithin(tree, index, other));
    const inside = found.find((other) => isWithin(tree, other, index));
    if (around === index) report.warning(each.at, messages.listedTwice(each.value));
    else if (around !== undefined) report.error(each.at, messages.hitsAround(each.value, tree.list[around].name));
    else if (inside !== undefined) report.error(each.at, messages.hitsAround(tree.list[inside].name, each.value));
    if (around !== index) found.push(index);
  }
  return found;
}

/** A service that goes with the domains that the same shock takes whole, each time. */
export function suspectShocks({ shocks, services }: Model, { fields, tree }: Whole, report: Report): void {
  valueOr(fields.shocks, []).forEach(({ field }, i) => {
    const { domains, hits, probability } = shocks[i];
    if (!field.ok || domains === undefined || probability < 1) return;
    for (const each of valueOr(field.value.fields.hits, [])) {
      if (!each.ok) continue;
      const own = hits.map((hit) => services[hit]).filter(({ written }) => written === each.value);
      const homes = new Set(own.flatMap(({ placement }) => placement));
      const around = domains.filter((domain) => [...homes].some((home) => home >= 0 && isWithin(tree, home, domain)));
      if (
        homes.size === 0 ||
        ![...homes].every((home) => around.some((domain) => home >= 0 && isWithin(tree, home, domain)))
      )
        continue;
      const names = around.map((domain) => tree.list[domain].name);
      report.warning(each.at, messages.insideAlready(each.value, names));
    }
  });
}

/** What a shock that strikes domains whole is called among a model's words. */
export function wordsOfShocks(words: readonly string[], shocks: readonly Shock[]): readonly string[] {
  return shocks.some(({ domains }) => domains !== undefined) ? [...words, 'shock.hits=domain'].sort() : words;
}
