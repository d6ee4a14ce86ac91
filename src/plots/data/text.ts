import type { Report } from '../../analysis/report.ts';
import { formatNumber } from '../../units/format.ts';

export { part as shareText } from '../../units/figure.ts';

/** `3 incidents`, `1 incident`, `10,000 years`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(Math.round(count))} ${Math.round(count) === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/**
 * A name for reading. It comes from a model, perhaps a stranger's: what turns the direction of text or breaks lines
 * does not pass, as it would reach beyond the name.
 */
export function nameText(name: string): string {
  const text = name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return text === '' ? '(no name)' : text;
}

/** A name of at most so many characters. */
export function shortened(name: string, most: number): string {
  const characters = [...nameText(name)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, Math.max(1, most - 1)).join('')}…`;
}

/** Where a picture comes from, so that one found years later can be drawn again. */
export function sourceOf({ model, run }: Report): string {
  return (
    `${shortened(model.name, 60)} · ${counted(run.years, 'simulated year')} · seed ` +
    `${shortened(run.seed, 24)}${run.partial ? ' · still running' : ''}`
  );
}
