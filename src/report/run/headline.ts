import type { Estimate, Report } from '../../analysis/report.ts';
import {
  duration,
  ends,
  formatPercent,
  nines,
  number,
  part,
  percent,
  percentUp,
  range,
  SECONDS_PER_YEAR,
  SHARE_SCALE,
  TIME_SCALE,
  uncertainty,
  whole,
} from '../../units/index.ts';
import { agreement } from '../agreement.ts';
import type { Paint } from '../paint.ts';
import { whyRefused } from '../refusals.ts';
import { indented } from '../section.ts';
import { plainText, width, wrap } from '../text.ts';

/** The answer, and what to think of it. */
interface Headline {
  readonly parts: readonly string[];
  readonly aside: string;
  readonly sentences: readonly string[];
}

const INDENT = '  ';

export function headline(report: Report): Headline {
  const { availability, run } = report;
  const down = availability.downtimePerYear;
  if (down.mean === 0) {
    const bound = down.ci95[1] > 0 ? `, less than ${ends(0, down.ci95, TIME_SCALE)[1]} a year with 95% confidence` : '';
    return {
      parts: ['100%', `no downtime in ${whole(run.years)} ${run.years === 1 ? 'year' : 'years'}${bound}`],
      aside: '',
      sentences: [contrast(report), exactness(report)],
    };
  }
  const parts = [percent(availability.mean, availability.ci95), `${duration(down.mean, down.ci95)} down a year`];
  if (availability.nines !== null) parts.splice(1, 0, `${nines(availability.nines)} nines`);
  return {
    parts,
    aside: ` (${uncertainty(down.mean, down.ci95)})`,
    sentences: [contrast(report), exactness(report), shares(report)],
  };
}

/** Lines for a terminal. */
export function drawHeadline({ parts, aside, sentences }: Headline, columns: number, paint: Paint): string[] {
  return [...drawAnswer(parts, aside, columns, paint), ...sentences.flatMap((sentence) => indented(sentence, columns))];
}

function drawAnswer(parts: readonly string[], aside: string, columns: number, paint: Paint): string[] {
  const oneLine = parts.join('   ') + aside;
  if (width(oneLine) <= columns - INDENT.length) return [INDENT + paint.strong(parts.join('   ')) + aside];
  return wrap(parts.join(', ') + aside, columns - INDENT.length).map((line) => INDENT + paint.strong(line));
}

/** What multiplying availabilities would have said, and how far off it is: the reason to simulate at all. */
function contrast({ availability, run, refused }: Report): string {
  const lacking = availability.arithmeticUnavailability;
  if (lacking === null) return `No bare arithmetic: ${whyRefused(refused, 'bare arithmetic')}.`;
  const claimed = lacking * SECONDS_PER_YEAR;
  if (claimed === 0) return 'Bare arithmetic claims that it is never down.';
  const claim = `Bare arithmetic claims ${percentUp(lacking)} and ${duration(claimed)} a year`;
  return claim + gap(availability.downtimePerYear, claimed, run.years);
}

function gap({ mean, ci95 }: Estimate, claimed: number, years: number): string {
  const found = agreement(claimed, ci95);
  if (found === 'agrees') return ', and the simulation agrees.';
  if (found === 'open')
    return `, which ${years === 1 ? 'one year does' : `${whole(years)} years do`} not tell from what was simulated.`;
  if (mean === 0) return '.';
  const [low, high] = ci95;
  const [ratio, known, word] =
    mean > claimed
      ? ([mean / claimed, [low / claimed, high / claimed], 'less'] as const)
      : ([claimed / mean, [claimed / high, claimed / low], 'more'] as const);
  if (ratio >= 1.95) return `, ${number(ratio, known)} times ${word}.`;
  return `, ${part(word === 'less' ? 1 - 1 / ratio : ratio - 1)} ${word}.`;
}

/** Digits of an exact unavailability: more than a simulation has. */
const EXACT_DIGITS = 4;

/** What the model comes to without any simulation, and why; or why there is no such value. */
function exactness({ availability: { exact, ci95, mean } }: Report): string {
  const reason = plainText(exact.reason);
  if (exact.value === null) return `No exact value: ${reason}`;
  const down = (1 - exact.value) * SECONDS_PER_YEAR;
  const value =
    `${formatPercent(exact.value, EXACT_DIGITS)} ` + `(${down === 0 ? 'no downtime' : `${duration(down)} a year`})`;
  // The reason is a sentence of ours, with no name at its beginning.
  const badge = `Exact: ${value}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
  const [low, high] = ci95;
  // Where nothing is random a sum's last digit may differ.
  if ((exact.value >= low && exact.value <= high) || Math.abs(exact.value - mean) <= LEAST_DIFFERENCE) return badge;
  return (
    `${badge} The simulated interval, ${range(mean, ci95, SHARE_SCALE)}, does not hold it, as happens to one in ` +
    'twenty.'
  );
}

const LEAST_DIFFERENCE = 1e-12;

function shares({ availability }: Report): string {
  const { requests, degraded, out } = availability;
  return (
    `${percent(requests.mean, requests.ci95)} of requests answered; ` +
    `degraded ${percent(degraded.mean, degraded.ci95)} of the time, fully out ${percent(out.mean, out.ci95)}.`
  );
}
