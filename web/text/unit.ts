import { UNITS } from '../../src/units/table.ts';

/** What one of a unit is in SI units; a currency is itself; null for no unit. */
export function factorOf(unit: string): number | null {
  if (unit.trim() === '') return 1;
  if (unit.trim() === '%') return 0.01;
  const [of, per] = unit.split('/').map((part) => (isCurrency(part) ? 1 : (UNITS.get(part.trim())?.value ?? null)));
  if (of === null || per === null) return null;
  return per === undefined ? of : of / per;
}

export function isCurrency(part: string): boolean {
  return /^[A-Z]{3}$/.test(part.trim());
}
