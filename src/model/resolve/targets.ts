import type { Field, Named } from '../language/kinds.ts';
import { deploysOf } from '../deploys.ts';
import { DISRUPTIONS } from '../disruptions.ts';
import type { DocumentFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { KindTarget, Model, Targets } from '../model.ts';
import type { Report } from '../report.ts';
import { SECONDS_PER_YEAR } from '../../units/index.ts';
import type { DomainTree } from './domains.ts';
import { valueOr } from './fields.ts';

type PerKind = Field<number | readonly Named<number>[]> | undefined;

/** What the system is meant to reach. */
export function resolveTargets({ targets: given }: DocumentFields, tree: DomainTree, report: Report): Targets {
  const targets = given?.ok === true ? given.value.fields : {};
  const budget = valueOr(targets.budget, null);
  const byKind = (target: KindTarget['target']) => resolveKinds(target, targets[target], tree, report);
  return {
    availability: valueOr(targets.availability, null),
    rtoSeconds: oneFor(targets.rto),
    rpoSeconds: oneFor(targets.rpo),
    byKind: [...byKind('rto'), ...byKind('rpo')],
    // Rounded to what was meant: there and back through seconds, 40000 would not quite be 40000.
    budgetPerYear: budget === null ? null : Number((budget * SECONDS_PER_YEAR).toPrecision(15)),
  };
}

function oneFor(field: PerKind): number | null {
  return field?.ok === true && typeof field.value === 'number' ? field.value : null;
}

function resolveKinds(target: KindTarget['target'], field: PerKind, tree: DomainTree, report: Report): KindTarget[] {
  if (field?.ok !== true || typeof field.value === 'number') return [];
  if (field.value.length === 0) report.error(field.at, messages.noKindsOfDisruption(target));
  const kinds = [...new Set(tree.list.map(({ kind }) => kind))];
  const known = [...Object.keys(DISRUPTIONS), ...kinds];
  return field.value.flatMap(({ name, at, field: time }): KindTarget[] => {
    if (!known.includes(name)) {
      if (!tree.incomplete)
        report.error(
          at,
          messages.unknownDisruption(name, kinds, Object.keys(DISRUPTIONS), report.nearest(name, known)),
        );
      return [];
    }
    return time.ok ? [{ target, kind: name, goalSeconds: time.value }] : [];
  });
}

/** Kinds of which nothing in the model ever is: they stay undecided. Of a model without errors. */
export function suspectTargets(model: Model, { targets: given }: DocumentFields, report: Report): void {
  const targets = given?.ok === true ? given.value.fields : {};
  for (const field of [targets.rto, targets.rpo]) {
    if (field?.ok !== true || typeof field.value === 'number') continue;
    for (const { name, at } of field.value)
      if (!hasAny(model, name)) report.warning(at, messages.nothingOfTheKind(name, ADVICE[name] ?? ADVICE.domain));
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  component: "give a component 'failures', or an experiment that fails a member",
  shock: "describe them under 'shocks'",
  link: "describe them under 'links'",
  deploy: "give a service a 'deploy'",
  maintenance: "give a service 'maintenance', or take it out",
  data: "say 'data: lost' where a failure destroys data, or let an experiment corrupt some",
  domain: "give one of them 'failures', or an experiment that fails it",
};

/** Whether a failure or an experiment of the model is of the kind. */
function hasAny({ domains, components, links, shocks, services, experiments }: Model, kind: string): boolean {
  const used = services.flatMap(({ component }) => (component < 0 ? [] : [components[component]]));
  const steps = experiments.flatMap((experiment) => experiment.steps);
  if (kind === 'default') return true;
  if (kind === 'data') {
    const modes = [
      ...domains.flatMap(({ failures }) => failures),
      ...used.flatMap(({ failures }) => failures),
      ...shocks,
    ];
    return modes.some(({ losesData }) => losesData) || steps.some((s) => s.losesData || s.target.kind === 'corrupt');
  }
  if (kind === 'maintenance') return services.some(({ maintenance }) => maintenance !== null);
  const ofDomain = domains.some((domain) => domain.kind === kind && domain.failures.length > 0);
  const struck = steps.some(({ target }) =>
    target.kind === 'domain' ? domains[target.domain].kind === kind : kind === 'component' && target.kind !== 'corrupt',
  );
  if (ofDomain || struck) return true;
  if (kind === 'component')
    return used.some(({ failures }) => failures.length > 0) || services.some((s) => s.failover?.falsePositive);
  if (kind === 'link') return links.some(({ failures }) => failures.length > 0);
  if (kind === 'deploy') return deploysOf({ services }).length > 0;
  return kind === 'shock' && shocks.length > 0;
}
