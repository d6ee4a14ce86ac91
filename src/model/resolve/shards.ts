import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Mode, Shards } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';

/** Into how many shards its data are divided, and who holds them; null: they are not. */
export function resolveShards(
  fields: ServiceFields,
  replicas: number,
  mode: Mode | null,
  report: Report,
): Shards | null {
  if (mode === null || !MODES[mode].holdsShards) return null;
  const known = !isBad(fields.replicas);
  const count = valueOr(fields.shards, replicas);
  const copies = valueOr(fields.copies, 1);
  if (known && fields.copies?.ok === true && copies > replicas)
    report.error(fields.copies.at, messages.copiesAbove(copies, replicas));
  const required = valueOr(fields.required, 1);
  if (fields.required?.ok === true && !isBad(fields.copies) && required > copies)
    report.error(fields.required.at, messages.requiredAboveCopies(required, copies));
  if (known && fields.shards?.ok === true && count + copies - 1 < replicas)
    report.warning(fields.shards.at, messages.fewShards(count, replicas - count - copies + 1));
  return { count, copies, lead: valueOr(fields.leader, false) };
}

/** What is not built for shards is refused, never ignored. */
export function checkSharded(fields: ServiceFields, mode: Mode, sited: boolean, report: Report): void {
  if (!MODES[mode].holdsShards) return;
  if (sited && fields.mode !== undefined) report.error(fields.mode.at, messages.shardsOfSites());
  if (fields.backup !== undefined) report.error(fields.backup.at, messages.shardsWithBackup());
  if (fields.elect !== undefined && !valueOr(fields.leader, false) && !isBad(fields.leader))
    report.error(fields.elect.at, messages.electWithoutLeader());
}
