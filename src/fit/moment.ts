const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment as logs write it: `2024-03-05`, `2024-03-05 14:02`, `2024-03-05T14:02:30.5+01:00`; UTC where it names no
 * zone.
 * @returns seconds since 1970; null for what is no such moment, a 30th of February too
 */
export function readMoment(text: string): number | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] =
    PATTERN.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map(Number);
  const start = Date.UTC(y, m - 1, d) / 1000;
  if (dayText(start) !== `${year}-${month}-${day}` || h > 23 || min > 59 || s > 60) return null;
  return start + h * 3600 + min * 60 + s + Number(`0.${fraction}0`) - zoneSeconds(zone);
}

function zoneSeconds(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** `2024-03-05 14:02`, UTC; a midnight is its day. */
export function momentText(seconds: number): string {
  const inDay = Math.floor((seconds - Math.floor(seconds / DAY) * DAY) / 60);
  return inDay === 0 ? dayText(seconds) : `${dayText(seconds)} ${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

const DAY = 86_400;
const two = (value: number) => String(value).padStart(2, '0');

/**
 * The day of the Gregorian calendar (Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms", civil_from_days):
 * years begin in March, so that the leap day is their last.
 */
function dayText(seconds: number): string {
  const days = Math.floor(seconds / DAY) + 719_468;
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return `${String(year + era * 400 + (month <= 2 ? 1 : 0)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
