import type { RareFigures } from '../../analysis/report-rare.ts';
import type { Report } from '../../analysis/report.ts';
import { duration, formatNumber, part, whole } from '../../units/index.ts';
import { plainText } from '../text.ts';
import { yearsOf } from '../years.ts';

/** Unseen causes that are named; of more, only how many there are. */
const MOST_NAMED = 3;
/** Above these a figure is an order of magnitude; a standard error is no longer one that a sample knows. */
const LARGE_SHARE = 0.05;
const LARGE_ERROR = 0.2;

/** What a cause comes to by strikes on copies, where they were made. */
function downBy(cause: string, rare: RareFigures | undefined, at: number): string {
  if (rare === undefined || 'refused' in rare) return '';
  const down = rare.byCause.find((each) => each.cause === cause)?.downtimePerYear;
  if (down === undefined) return '';
  return `, ${duration(down.mean, down.ci95)}${at > 0 ? '' : ' down a year by strikes on copies'}`;
}

/** What keeps the downtime of a run from being believed; none where nothing does. */
export function trustSentences(report: Report): string[] {
  const { trust, rare } = report.availability;
  const { unseen, largestShare, relativeStandardError } = trust;
  const sentences = [];
  if (unseen.length > 0) {
    const named = unseen.slice(0, MOST_NAMED).map(({ cause, expected }, i) => {
      const times = formatNumber(expected, 2);
      const expects = i > 0 ? '' : ` ${times === '1' ? 'time' : 'times'} expected`;
      return `${plainText(cause)} (${times}${expects}${downBy(cause, rare, i)})`;
    });
    if (unseen.length > MOST_NAMED) named.push(`${whole(unseen.length - MOST_NAMED)} more`);
    sentences.push(`Not seen in ${yearsOf(report)}, and so not in these figures: ${named.join(', ')}.`);
  }
  if (largestShare !== null && largestShare > LARGE_SHARE)
    sentences.push(`The longest incident makes ${part(largestShare)} of all downtime: an order of magnitude.`);
  if (relativeStandardError !== null && relativeStandardError > LARGE_ERROR)
    sentences.push(`The downtime's standard error is ${part(relativeStandardError)} of it: more years narrow it.`);
  return sentences;
}
