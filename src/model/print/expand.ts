import { stringify } from 'yaml';
import { writeMoneyRate, writeQuantity, writeShare, writeTime } from '../../units/index.ts';
import { analyse } from '../check.ts';
import { ModelError } from '../diagnostic.ts';
import { LANGUAGE_VERSION } from '../language/index.ts';
import type { Component, Domain, Model, Shock, Targets } from '../model.ts';
import type { ParameterMeaning, ParseOptions } from '../parsed.ts';
import type { Layout, Resolved } from '../resolve/model.ts';
import type { Parameters } from '../scope/parameters.ts';
import type { Value } from '../scope/scope.ts';
import { OTHER_TIMES } from '../times.ts';
import { printExperiment } from './experiment.ts';
import { printLinks } from './network.ts';
import { printService } from './service.ts';
import { printTraffic } from './load.ts';
import { printSla } from './sla.ts';
import { printFailure, printFailures } from './failures.ts';
import { printSpares, printTeam } from './people.ts';
import { writeConstant } from './times.ts';
import { byName, present, type Printed } from './tree.ts';

/**
 * The model with everything said that it leaves unsaid: presets and defaults filled in, parameters replaced by
 * their values. It is a text in the language itself, and reads as the same model.
 */
export function expandModel(text: string, options: ParseOptions = {}): string {
  const { sound, diagnostics } = analyse(text, options);
  if (sound === null) throw new ModelError(options.file ?? 'model.yaml', diagnostics);
  return stringify(printModel(sound.resolved, sound.parameters), { lineWidth: 120, aliasDuplicateObjects: false });
}

/**
 * The same as values, each by its path joined by line breaks: what a form shows where a text leaves something unsaid.
 * Empty for a text with errors.
 */
export function expandedValues(text: string): Readonly<Record<string, string>> {
  const { sound } = analyse(text, {});
  const values: Record<string, string> = {};
  const visit = (printed: Printed, path: readonly string[]): void => {
    if (typeof printed !== 'object') values[path.join('\n')] = String(printed);
    else for (const [key, value] of entriesOf(printed)) visit(value, [...path, key]);
  };
  if (sound !== null) visit(printModel(sound.resolved, sound.parameters), []);
  return values;
}

function entriesOf(printed: Exclude<Printed, string | number | boolean>): readonly (readonly [string, Printed])[] {
  return printed instanceof Map ? [...printed] : Object.entries(printed as Readonly<Record<string, Printed>>);
}

function printModel({ model, layouts, whole }: Resolved, parameters: Parameters): Printed {
  const { currency, domains, components, shocks, services, targets, losses, sla, simulation } = model;
  // What stands in sites is placed by them: an `in` of its own would keep it out.
  const copied = new Set(whole.drafts.flatMap(({ sites }, i) => [...(sites === null ? [] : [i]), ...whole.stacks[i]]));
  return present({
    nines: LANGUAGE_VERSION,
    name: model.name,
    description: model.description === '' ? undefined : model.description,
    currency,
    parameters: byName(
      parameters
        .values()
        .map(({ name, value, text, meaning }) => [name, printParameter(value, text, meaning, currency)]),
    ),
    domains: printDomains(domains, model),
    components: byName(components.map((component) => [component.name, printComponent(component, model)])),
    links: printLinks(model),
    teams: byName(model.teams.map((team) => [team.name, printTeam(team, model)])),
    shocks: byName(shocks.map((shock) => [shock.name, printShock(shock, model)])),
    services: byName(
      whole.drafts.map(({ name }, i) => [
        name,
        printService(i, printPlacement(layouts[i], domains, copied.has(i)), model, whole),
      ]),
    ),
    experiments: byName(model.experiments.map((experiment) => [experiment.name, printExperiment(experiment)])),
    entry: services[model.entry].name,
    targets: present({
      availability: targets.availability === null ? undefined : writeShare(targets.availability),
      rto: printObjective('rto', targets.rtoSeconds, targets.byKind),
      rpo: printObjective('rpo', targets.rpoSeconds, targets.byKind),
      budget: targets.budgetPerYear === null ? undefined : `${targets.budgetPerYear} ${currency}/year`,
    }),
    losses: {
      downtime: writeMoneyRate(losses.downtimePerSecond, currency),
      data: writeMoneyRate(losses.dataPerSecond, currency),
    },
    sla: printSla(sla, currency),
    traffic: printTraffic(model),
    simulation: present({
      years: simulation.years,
      seed: number(simulation.seed),
      'warm-up': writeTime(simulation.warmUpSeconds),
      mission: simulation.missionSeconds === null ? undefined : writeTime(simulation.missionSeconds),
    }),
  });
}

function printParameter(value: Value, text: string, meaning: ParameterMeaning | null, currency: string): Printed {
  const printed = value.kind === 'quantity' ? number(writeQuantity(value.quantity, currency)) : text;
  if (meaning === null || value.kind !== 'quantity') {
    const is = meaning?.is ?? null;
    return is === null ? printed : { value: printed, is };
  }
  const bound = (end: number | null) =>
    end === null ? undefined : number(writeQuantity({ value: end, dimension: value.quantity.dimension }, currency));
  // Of a value that was set, only what it still lies between.
  const { value: here } = value.quantity;
  const [from, to] = [meaning.from, meaning.to].map((end, i) =>
    end === null || (i === 0 ? end <= here : end >= here) ? end : here,
  );
  return present({ value: printed, from: bound(from), to: bound(to), is: meaning.is ?? undefined });
}

function printObjective(name: string, seconds: number | null, byKind: Targets['byKind']): Printed | undefined {
  if (seconds !== null) return writeTime(seconds);
  return byName(
    byKind.flatMap((each) => (each.target === name ? [[each.kind, writeTime(each.goalSeconds)] as const] : [])),
  );
}

function printDomains(domains: readonly Domain[], model: Model): Printed | undefined {
  const children = domains.map((): number[] => []);
  const top: number[] = [];
  domains.forEach(({ parent }, i) => (parent < 0 ? top : children[parent]).push(i));
  const print = (indices: readonly number[]): Printed | undefined =>
    byName(
      indices.map((i) => {
        const { name, kind, failures, room, costPerSecond } = domains[i];
        const cost = costPerSecond === 0 ? undefined : writeMoneyRate(costPerSecond, model.currency);
        return [
          name,
          present({
            kind,
            failures: printFailures(failures, model),
            domains: print(children[i]),
            room: room === Infinity ? undefined : room,
            cost,
          }),
        ];
      }),
    );
  return print(top);
}

function printComponent(
  { failures, spares, restart, standbyFailures, costPerSecond }: Component,
  model: Model,
): Printed {
  return present({
    failures: printFailures(failures, model),
    spares: spares === undefined ? undefined : printSpares(spares),
    [OTHER_TIMES['components.restart'].written]: writeConstant(restart),
    'standby-failures': standbyFailures === null ? undefined : writeShare(standbyFailures),
    cost: writeMoneyRate(costPerSecond, model.currency),
  });
}

function printShock(shock: Shock, model: Model): Printed {
  const { services, domains } = model;
  return present({
    ...printFailure(shock, model),
    hits: [
      ...new Set(shock.hits.map((i) => services[i].written)),
      ...(shock.domains ?? []).map((i) => domains[i].name),
    ],
    probability: writeShare(shock.probability),
    repair: shock.repairsEach ? 'each' : undefined,
  });
}

function printPlacement(
  { wish, scope }: Layout,
  domains: readonly Domain[],
  copied: boolean,
): Readonly<Record<string, Printed | undefined>> {
  const named = (scope ?? []).map((i) => domains[i].name);
  return {
    in: copied || (named.length === 0 && wish.in === 'inherit') ? undefined : named.length === 1 ? named[0] : named,
    across: wish.across.length > 1 ? wish.across.map(({ kind }) => kind) : wish.across[0]?.kind,
  };
}

/** A plain number as one, so that it is printed without quotes. */
function number(text: string): string | number {
  return String(Number(text)) === text ? Number(text) : text;
}
