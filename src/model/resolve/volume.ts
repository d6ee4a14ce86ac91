import type { ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import { resolveData, type Volume } from './data.ts';
import type { Surroundings } from './surroundings.ts';
import { strategyBackup, strategyData } from './strategy.ts';

function fieldsOf(service: number, { services }: Surroundings): ServiceFields {
  const { field } = services[service];
  return field.ok ? field.value.fields : {};
}

/** The services in a stack that say something of their own by a key. */
function inStack(key: 'data' | 'backup', index: number, around: Surroundings): number[] {
  return [...around.stacks[index]].filter((service) => fieldsOf(service, around)[key] !== undefined);
}

/** The fields of a service whose strategy lives by its backups, with such backups where nobody has given any. */
export function fillBackup(fields: ServiceFields, index: number, around: Surroundings, report: Report): ServiceFields {
  const { strategy } = fields;
  if (strategy?.ok !== true || strategy.value !== 'backup-restore') return fields;
  if (fields.backup !== undefined || inStack('backup', index, around).length > 0) return fields;
  const backup = strategyBackup(strategy.at);
  if (fields.data !== undefined || inStack('data', index, around).length > 0) return { ...fields, ...backup };
  report.warning(strategy.at, messages.restoresNothing());
  return { ...fields, ...backup, ...strategyData(strategy.at) };
}

/** How much a service's backups hold: its own data, and with sites that of all in a site without backups of its own. */
export function volumeOf(fields: ServiceFields, index: number, around: Surroundings): Volume {
  const stack = inStack('data', index, around).map((service) => fieldsOf(service, around));
  const sets = [fields, ...stack.filter(({ backup }) => backup === undefined)].filter(({ data }) => data !== undefined);
  // What could not be read has been said, and its size is not known.
  if (sets.length === 0 || sets.some(({ data }) => data?.ok !== true || data.value.fields.size?.ok !== true))
    return null;
  const all = sets.map((each) => resolveData(each));
  return {
    sizeBytes: all.reduce((sum, set) => sum + (set?.sizeBytes ?? 0), 0),
    changeBytesPerSecond: all.reduce((sum, set) => sum + (set?.changeBytesPerSecond ?? 0), 0),
  };
}

/** Whether a service backs up what is not there: neither it nor, with sites, anything in them holds data. */
export function backsUpNothing(fields: ServiceFields, index: number, around: Surroundings): boolean {
  return fields.backup !== undefined && fields.data === undefined && inStack('data', index, around).length === 0;
}
