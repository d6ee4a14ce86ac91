import { AT_ONCE } from '../../random/distribution.ts';
import { readHours } from '../../units/index.ts';
import type { Field, ShareOfAll } from '../language/kinds.ts';
import type { MaintenanceRecord } from '../language/planned.ts';
import { messages } from '../messages/index.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';

/** Stands where a time is wrong; a model with it is never handed out. */
const UNKNOWN = 1;

/** Whom it is done on: so many, or null where that is not known. */
interface Maintained {
  readonly are: 'members' | 'sites';
  readonly members: number | null;
}

export function membersOf(replicas: Field<number> | undefined): Maintained {
  return { are: 'members', members: isBad(replicas) ? null : valueOr(replicas, 1) };
}

/** Planned work on each member in turn, and how many may be out for it. */
export function resolveMaintenance(
  field: Field<MaintenanceRecord> | undefined,
  maintained: Maintained,
  report: Report,
): Maintenance | null {
  if (field?.ok !== true) return null;
  const { every, takes, window, renews } = field.value.fields;
  if (every?.ok === true && every.value === 0) report.error(every.at, messages.maintainedInNoTime());
  const hours = valueOr(window, null)?.flatMap((each) => (each.ok ? [each.value] : [])) ?? [];
  if (window?.ok === true && window.value.length === 0) report.error(window.at, messages.hoursNeverCome('no hours'));
  if (maintained.are === 'sites' && renews?.ok === true && renews.value)
    report.error(renews.at, messages.renewsASite());
  return {
    everySeconds: valueOr(every, UNKNOWN) || UNKNOWN,
    takes: valueOr(takes, AT_ONCE),
    mostOut: mostOut(field.value, maintained, report),
    window: hours.length === 0 ? null : readHours(hours),
    renews: valueOr(renews, false),
  };
}

/** Of so many members; percentages are rounded up, as those of a pod disruption budget are. */
function mostOut({ fields }: MaintenanceRecord, { are, members }: Maintained, report: Report): number {
  const { 'max-unavailable': most, 'min-available': least } = fields;
  if (most !== undefined && least !== undefined) {
    report.error(least.at, messages.twoBudgets());
    return 1;
  }
  const said = most ?? least;
  if (said?.ok !== true || members === null) return 1;
  const given = typeof said.value === 'number' ? said.value : Math.ceil(said.value.share * members - 1e-9);
  const out = most === undefined ? members - given : given;
  const text = `'${most === undefined ? 'min-available' : 'max-unavailable'}: ${written(said.value)}'`;
  if (given > members) report.error(said.at, messages.budgetAbove(text, members, are));
  else if (out === 0) report.error(said.at, messages.nobodyMayBeOut(text, members, are));
  return Math.max(1, out);
}

function written(value: number | ShareOfAll): string {
  return typeof value === 'number' ? String(value) : `${Number((value.share * 100).toPrecision(12))}%`;
}
