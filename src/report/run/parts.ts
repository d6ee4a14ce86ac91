import type { DowntimePart, Report } from '../../analysis/report.ts';
import { part } from '../../units/index.ts';
import { plainText } from '../text.ts';

const MOST_PARTS = 4;

/**
 * The downtime taken apart in other ways than by cause: sentences below the incidents. The stages stand with the times.
 */
export function partSentences({ incidents }: Report): string[] {
  const { byFailures, byService, byDomain } = incidents;
  return [
    ...(byFailures.length === 0 ? [] : [`${failureParts(byFailures).join(', ')}.`]),
    [
      ...listed('By service', byService, ({ service }) => service),
      ...listed('By domain', byDomain, ({ domain }) => domain || 'outside all'),
    ].join(' '),
  ].filter((sentence) => sentence !== '');
}

const COINCIDENCES = ['switches without a failure', 'single failures', 'coincidences of two', 'of three and more'];

function failureParts(parts: Report['incidents']['byFailures']): string[] {
  const texts = parts
    .filter(({ downtimePerYear }) => downtimePerYear > 0)
    .sort((a, b) => order(a.failures) - order(b.failures));
  return texts.map(({ failures, share }, i) => {
    const alone = failures === 3 && !texts.some((other) => other.failures === 2);
    const words = alone ? 'coincidences of three and more' : COINCIDENCES[failures];
    return i === 0
      ? `${words[0].toUpperCase()}${words.slice(1)} make ${part(share)} of the downtime`
      : `${words} ${part(share)}`;
  });
}

/** What is no failure at all comes last. */
function order(failures: number): number {
  return failures === 0 ? Infinity : failures;
}

function listed<T extends DowntimePart>(title: string, parts: readonly T[], nameOf: (part: T) => string): string[] {
  // All of it in one place says nothing new.
  if (parts.length < 2) return [];
  const shown = parts.slice(0, parts.length > MOST_PARTS + 1 ? MOST_PARTS : MOST_PARTS + 1);
  const rest = parts.slice(shown.length).reduce((sum, each) => sum + each.share, 0);
  const texts = shown.map((each) => `${plainText(nameOf(each))} ${part(each.share)}`);
  if (parts.length > shown.length) texts.push(`${parts.length - shown.length} others ${part(rest)}`);
  return [`${title}: ${texts.join(', ')}.`];
}
