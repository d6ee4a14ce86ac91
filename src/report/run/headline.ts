import type { Report } from '../../analysis/report.ts';
import { duration, range, SECONDS_PER_YEAR, SHARE_SCALE } from '../../units/index.ts';
import { figureText } from '../figure-text.ts';
import type { Paint } from '../paint.ts';
import { whyRefused } from '../refusals.ts';
import { indented } from '../section.ts';
import { plainText, width, wrap } from '../text.ts';
import { yearsOf } from '../years.ts';
import { answer, claim, exactValue } from './answer.ts';
import { doubtSentences } from './doubt.ts';
import { rareSentences } from './rare.ts';
import { trustSentences } from './trust.ts';

/** The answer, and what to think of it. */
interface Headline {
  readonly parts: readonly string[];
  readonly aside: string;
  readonly sentences: readonly string[];
}

const INDENT = '  ';

export function headline(report: Report): Headline {
  const { availability, nines, downtime, uncertainty } = answer(report);
  const beside = uncertainty === '' ? '' : `, ${uncertainty}`;
  return report.availability.downtimePerYear.mean === 0
    ? {
        ...{ parts: [availability, downtime + beside], aside: '' },
        sentences: [
          contrast(report),
          exactness(report),
          ...rareSentences(report),
          ...trustSentences(report),
          ...doubtSentences(report),
        ],
      }
    : {
        ...{ parts: [availability, ...(nines === null ? [] : [nines]), downtime], aside: ` (${uncertainty})` },
        sentences: [
          contrast(report),
          exactness(report),
          shares(report),
          ...rareSentences(report),
          ...trustSentences(report),
          ...doubtSentences(report),
        ],
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
function contrast(report: Report): string {
  const claimed = claim(report);
  if (claimed === null) return `No bare arithmetic: ${whyRefused(report.refused, 'bare arithmetic')}.`;
  const { availability, downtime, isNever, found, off } = claimed;
  if (isNever) return 'Bare arithmetic claims that it is never down.';
  const years = report.run.years === 1 ? 'one year does' : `${yearsOf(report)} do`;
  const verdict = {
    agrees: ', and the simulation agrees',
    open: `, which ${years} not tell from what was simulated`,
    differs: off === null ? '' : `, ${off}`,
  }[found];
  return `Bare arithmetic claims ${availability} and ${downtime} a year${verdict}.`;
}

/** What the model comes to without any simulation, and why; or why there is no such value. */
function exactness(report: Report): string {
  const { exact, mean, ci95 } = report.availability;
  const reason = plainText(exact.reason);
  const found = exactValue(report);
  if (exact.value === null || found === null) return `No exact value: ${reason}`;
  const down = (1 - exact.value) * SECONDS_PER_YEAR;
  const value = `${found.text} (${down === 0 ? 'no downtime' : `${duration(down)} a year`})`;
  // The reason is a sentence of ours, with no name at its beginning.
  const badge = `Exact: ${value}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
  if (found.isHeld) return badge;
  return (
    `${badge} The simulated interval, ${range(mean, ci95, SHARE_SCALE)}, does not hold it, as happens to one in ` +
    'twenty.'
  );
}

function shares(report: Report): string {
  return (
    `${figureText('availability.requests', report)} of requests answered; ` +
    `degraded ${figureText('availability.degraded', report)} of the time, ` +
    `fully out ${figureText('availability.out', report)}.`
  );
}
