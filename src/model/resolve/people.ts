import { AT_ONCE, type Distribution } from '../../random/distribution.ts';
import { readHours } from '../../units/index.ts';
import type { FailureFields } from '../language/infrastructure.ts';
import type { Field, Named, ReadRecord } from '../language/kinds.ts';
import type { DocumentFields, SparesFields, TeamFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Component, FailureMode, Team, Work } from '../model.ts';
import type { Report } from '../report.ts';
import { valueOr } from './fields.ts';
import { orderGraph } from './graph.ts';
import type { Instances } from './instantiate.ts';
import { MODEL_LIMITS } from './limits.ts';
import type { Names } from './names.ts';

/** Who repairs and who decides. */
export function resolveTeams(fields: DocumentFields, teams: Names, report: Report): Team[] {
  const named = valueOr(fields.teams, []);
  const resolved = named.map(({ name, field }): Team => {
    const team: TeamFields = field.ok ? field.value.fields : {};
    const escalation = team.escalate?.ok === true ? team.escalate.value.fields : null;
    const to = escalation?.to === undefined ? -1 : teams.find(escalation.to);
    const hours = valueOr(team.hours, null)?.flatMap((each) => (each.ok ? [each.value] : [])) ?? [];
    if (team.hours?.ok === true && team.hours.value.length === 0)
      report.error(team.hours.at, messages.hoursNeverCome('no hours'));
    return {
      name,
      people: valueOr(team.people, Infinity),
      acknowledge: valueOr(team.acknowledge, AT_ONCE),
      escalate: escalation === null || to < 0 ? null : { after: valueOr(escalation.after, AT_ONCE), to },
      hours: hours.length === 0 ? null : readHours(hours),
    };
  });
  const asks = resolved.map(({ escalate }) => (escalate === null ? [] : [escalate.to]));
  for (const circle of orderGraph(asks).circles) {
    const { at, field } = named[circle[0]];
    const names = [...circle, circle[0]].map((i) => resolved[i].name);
    report.error(field.ok ? (field.value.keys.get('escalate') ?? at) : at, messages.escalationCircle(names));
  }
  return resolved;
}

/** What a failure's repair waits for is looked up in. */
export interface Helpers {
  readonly teams: Names;
  readonly services: Names;
  readonly instances: Instances;
  readonly report: Report;
}

type ReadFailures = Field<readonly Named<ReadRecord<FailureFields>>[]> | undefined;

/** The same failure modes, with what their repairs wait for. @param owner a component with its spares, or what it is */
export function withWork(
  modes: readonly FailureMode[],
  read: ReadFailures,
  owner: Pick<Component, 'name' | 'spares'> | string,
  helpers: Helpers,
): FailureMode[] {
  const fields = valueOr(read, []);
  return modes.map((mode, i) => {
    const { field } = fields[i];
    return field.ok ? { ...mode, ...workOf(field.value.fields, owner, helpers) } : mode;
  });
}

/** What the repair waits for; nothing where it waits for nothing. */
export function workOf(
  fields: FailureFields,
  owner: Pick<Component, 'name' | 'spares'> | string,
  { teams, services, instances, report }: Helpers,
): { work?: Work } {
  const spare = fields['needs-spare'];
  const needsSpare = valueOr(spare, false);
  if (spare !== undefined && needsSpare) {
    if (typeof owner === 'string') report.error(spare.at, messages.spareOutsideComponent(owner));
    else if (owner.spares === undefined) report.error(spare.at, messages.spareWithoutSpares(owner.name));
  }
  const by = fields['repaired-by'];
  if (by === undefined && fields.priority !== undefined)
    report.warning(fields.priority.at, messages.priorityWithoutTeam());
  const team = by === undefined ? null : Math.max(0, teams.find(by));
  const needs = services.findAll(valueOr(fields['repair-needs'], [])).flatMap((i) => instances.ofWritten[i] ?? []);
  if (team === null && !needsSpare && needs.length === 0) return {};
  return { work: { team, priority: valueOr(fields.priority, 0), needsSpare, needs } };
}

/** Parts on the shelf. */
export function resolveSpares(
  field: Field<ReadRecord<SparesFields>> | undefined,
  report: Report,
): Pick<Component, 'spares'> {
  if (field?.ok !== true) return {};
  const { stock, 'lead-time': leadTime } = field.value.fields;
  if (stock?.ok === true && stock.value > MODEL_LIMITS.stock)
    report.error(stock.at, messages.tooMuchStock(stock.value, MODEL_LIMITS.stock));
  return { spares: { stock: valueOr(stock, 0), leadTime: valueOr<Distribution, Distribution>(leadTime, AT_ONCE) } };
}
