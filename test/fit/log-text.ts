/** A log of incidents that begin after so many hours of up time each, since 2020, and take some hours. */
const DAY_ONE = Date.UTC(2020, 0, 1) / 3_600_000;

export const at = (hours: number): string => new Date((DAY_ONE + hours) * 3_600_000).toISOString();

export function logOf(rows: readonly (readonly [start: number, end: number | null])[], more = ',db,disk'): string {
  const lines = rows.map(([start, end]) => `${at(start)},${end === null ? '' : at(end)}${more}`);
  return ['start,end,service,cause', ...lines].join('\n');
}
