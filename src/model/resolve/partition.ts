import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Mode, Service } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';

/** What it does while a link is cut between its members. @param mode null: it is wrong */
export function resolvePartition(
  { 'on-partition': said, conflicts, replication }: ServiceFields,
  mode: Mode | null,
  report: Report,
): Pick<Service, 'onPartition' | 'mergesConflicts'> {
  const onPartition = valueOr(said, 'consistent');
  const strict = replication?.ok === true ? replication.value.fields.strict : undefined;
  if (onPartition === 'available') {
    if (strict?.ok === true && strict.value) report.error(strict.at, messages.strictAndAvailable());
    if (mode !== null && !MODES[mode].spreads && said !== undefined)
      report.error(said.at, messages.availableLater(mode));
  } else if (conflicts !== undefined && !isBad(said)) {
    report.error(conflicts.at, messages.conflictsOfNobody());
  }
  return { onPartition, mergesConflicts: valueOr(conflicts, 'lost') === 'merge' };
}
