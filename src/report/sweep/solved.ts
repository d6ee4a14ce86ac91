import type { SolvedFigures, SweepReport } from '../../analysis/report.ts';
import { whole } from '../../units/figure.ts';
import { plainText } from '../text.ts';
import { valueTexts } from './values.ts';

/** What a solve has found, in a sentence or two; null where there was none. */
export function solvedSentence(report: SweepReport): string | null {
  const { solved, values, units, points, asked } = report;
  if (solved === undefined) return null;
  const name = plainText(solved.parameter);
  const ends = values[solved.parameter];
  const all = [...ends, ...[solved.met, solved.missed, ...solved.undecided].filter((value) => value !== null)];
  const texts = valueTexts(all, units[solved.parameter], points[0]?.report.cost.currency ?? '');
  const text = (value: number | string) => texts[all.indexOf(value)];
  const [from, to] = ends.map(text);
  const years = `${whole(asked.years)} years`;
  const begin = plainText(solved.assertion);
  const {
    ends: [first, last],
    met,
    missed,
  } = solved;
  if (first === last) {
    if (first === 'undecided')
      return (
        `${begin} is undecided at both ends of ${name}, ${from} and ` +
        `${to}, after ${years}: more --years would tell.`
      );
    return `${begin} is ${first} at both ends of ${name}, ${from} and ${to}: it does not turn between them.`;
  }
  return `${begin} is ${turns(name, solved, text)}.${between(solved, text, years, met !== null && missed !== null)}`;
}

/** From the smaller value to the larger one, as one reads a scale. */
function turns(name: string, { met, missed }: SolvedFigures, text: (value: number) => string): string {
  if (met !== null && missed !== null) {
    const [low, high] = met < missed ? ['met', 'missed'] : ['missed', 'met'];
    const [below, above] = met < missed ? [met, missed] : [missed, met];
    return `${low} up to ${name} = ${text(below)} and ${high} from ${text(above)} on`;
  }
  return met !== null
    ? `met at ${name} = ${text(met)}, and nowhere surely missed`
    : `missed at ${name} = ${text(missed!)}, and nowhere surely met`;
}

function between(
  { undecided }: SolvedFigures,
  text: (value: number) => string,
  years: string,
  isBracket: boolean,
): string {
  if (undecided.length === 0) return '';
  const [first, last] = [undecided[0], undecided.at(-1)!];
  const where = first === last ? `At ${text(first)}` : `From ${text(first)} to ${text(last)}`;
  return ` ${where}${isBracket ? ' in between' : ''} ${years} do not tell.`;
}
