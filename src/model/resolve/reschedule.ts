import { AT_ONCE } from '../../random/distribution.ts';
import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import type { Reschedule } from '../reschedule.ts';
import { valueOr } from './fields.ts';

/** How members without data are started elsewhere; where, is known once they are placed. */
export function resolveReschedule(
  { reschedule, data, backup, replication }: ServiceFields,
  isSited: boolean,
  report: Report,
): Omit<Reschedule, 'among'> | null {
  if (reschedule === undefined) return null;
  if (isSited) report.error(reschedule.at, messages.rescheduleOfSites());
  else if ((data ?? backup ?? replication) !== undefined) report.error(reschedule.at, messages.rescheduleOfData());
  if (!reschedule.ok) return null;
  const { after, start, 'halts-at': haltsAt } = reschedule.value.fields;
  return { after: valueOr(after, AT_ONCE), start: valueOr(start, AT_ONCE), haltsAt: valueOr(haltsAt, null) };
}
