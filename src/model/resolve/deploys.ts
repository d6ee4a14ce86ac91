import { mean } from '../../random/moments.ts';
import type { Field } from '../language/kinds.ts';
import type { DeployRecord, NamedService } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Canary, Deploy, Model, Work } from '../model.ts';
import type { Report } from '../report.ts';
import { AT_ONCE } from '../../random/distribution.ts';
import { valueOr } from './fields.ts';
import type { Names } from './names.ts';

/** Stands where a time is wrong; a model with it is never handed out. */
const UNKNOWN = { kind: 'constant', value: 1 } as const;

/** Changes that go out to a service. How many members a canary may have is known later (`checkCanaries`). */
export function resolveDeploy(field: Field<DeployRecord> | undefined, teams: Names, report: Report): Deploy | null {
  if (field?.ok !== true) return null;
  const { every, 'change-failure-rate': rate, recovery, canary } = field.value.fields;
  const isNever = every?.ok === true && mean(every.value) === 0;
  if (isNever) report.error(every.at, messages.deploysInNoTime());
  if (rate?.ok === true && rate.value === 0) report.warning(rate.at, messages.deploysNeverBad());
  const resolved = {
    every: isNever ? UNKNOWN : valueOr(every, UNKNOWN),
    changeFailureRate: valueOr(rate, 0),
    recovery: valueOr(recovery, AT_ONCE),
    canary: resolveCanary(canary),
    ...workOfDeploy(field.value.fields, teams, report),
  };
  const bake = canary?.ok === true ? canary.value.fields.bake : undefined;
  if (bake?.ok === true && every?.ok === true && !isNever && bake.value > mean(every.value))
    report.error(bake.at, messages.bakesTooLong());
  return resolved;
}

function resolveCanary(field: DeployRecord['fields']['canary']): Canary | null {
  if (field?.ok !== true) return null;
  const { members, bake, catches } = field.value.fields;
  return { members: valueOr(members, 1), bakeSeconds: valueOr(bake, 0), catches: valueOr(catches, 0) };
}

function workOfDeploy(fields: DeployRecord['fields'], teams: Names, report: Report): { work?: Work } {
  const { 'repaired-by': by, priority } = fields;
  if (by === undefined && priority !== undefined) report.warning(priority.at, messages.priorityWithoutTeam());
  if (by === undefined) return {};
  return {
    work: { team: Math.max(0, teams.find(by)), priority: valueOr(priority, 0), needsSpare: false, needs: [] },
  };
}

/** A canary is some of the members, in each site. */
export function checkCanaries({ services }: Model, named: readonly NamedService[], report: Report): void {
  for (const { name, field } of named) {
    const deploy = field.ok ? field.value.fields.deploy : undefined;
    const canary = deploy?.ok === true ? deploy.value.fields.canary : undefined;
    if (canary?.ok !== true) continue;
    const copies = services.filter(({ written, placement }) => written === name && placement.length > 0);
    const most = Math.min(...copies.map(({ placement }) => placement.length));
    const members = valueOr(canary.value.fields.members, 1);
    const { at } = canary.value.fields.members ?? canary;
    if (members > most) report.error(at, messages.canaryTooLarge(members, name, most));
    else if (members === most && copies.length === 1) report.warning(at, messages.canaryOfAll(name));
  }
}
