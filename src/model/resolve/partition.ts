import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Service } from '../model.ts';
import type { Report } from '../report.ts';
import { valueOr } from './fields.ts';

/** What it does while a link is cut between its members. */
export function resolvePartition(fields: ServiceFields, report: Report): Service['onPartition'] {
  const said = fields['on-partition'];
  if (said?.ok === true && said.value === 'available') report.error(said.at, messages.availableLater());
  return valueOr(said, 'consistent');
}
