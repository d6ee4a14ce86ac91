import type { Estimate } from '../../analysis/report.ts';
import { formatDuration, formatNumber, formatPercent, SECONDS_PER_YEAR } from '../../units/index.ts';
import { brief, duration, nines, percent, uncertainty, whole } from '../digits.ts';
import { fit, padEnd, plainText, width, wrap } from '../text.ts';
import type { Context } from './context.ts';

const INDENT = '  ';

/** The model's name, and at the right how it was run. */
export function title({ report, columns, paint }: Context): string[] {
  const { run, model } = report;
  const years = `${whole(run.years)} ${run.years === 1 ? 'year' : 'years'}`;
  const details = `${years} · seed ${fit(plainText(run.seed), 20)} · ${formatDuration(Number(run.seconds.toPrecision(2)))}`;
  const room = Math.max(10, columns - width(details) - 2);
  const name = fit(plainText(model.name), room);
  const lines = [paint.strong(padEnd(name, room)) + `  ${paint.faint(details)}`];
  if (run.partial) lines.push(paint.unsure('Partial: the run was ended before it had all it was asked for.'));
  return lines;
}

/** The answer. */
export function headline(context: Context): string[] {
  const { report } = context;
  const { availability } = report;
  const down = availability.downtimePerYear;
  if (down.mean === 0) {
    const bound = down.ci95[1] > 0 ? `, less than ${brief(down.ci95[1], null)} a year with 95% confidence` : '';
    return [...answer(['100%', `no downtime in ${whole(report.run.years)} years${bound}`], '', context), ...contrast(context)];
  }
  const parts = [percent(availability.mean, availability.ci95), `${duration(down.mean, down.ci95)} down a year`];
  if (availability.nines !== null) parts.splice(1, 0, `${nines(availability.nines)} nines`);
  return [...answer(parts, ` (${uncertainty(down.mean, down.ci95)})`, context), ...contrast(context), ...shares(context)];
}

function answer(parts: readonly string[], aside: string, { columns, paint }: Context): string[] {
  const oneLine = parts.join('   ') + aside;
  if (width(oneLine) <= columns - INDENT.length) return [INDENT + paint.strong(parts.join('   ')) + aside];
  return wrap(parts.join(', ') + aside, columns - INDENT.length).map((line) => INDENT + paint.strong(line));
}

/** What multiplying availabilities would have said, and how far off it is: the reason to simulate at all. */
function contrast({ report: { availability }, columns }: Context): string[] {
  const claimed = (1 - availability.arithmetic) * SECONDS_PER_YEAR;
  const claim = `Bare arithmetic claims ${percent(availability.arithmetic, null)} and ${brief(claimed, null)} a year`;
  return wrap(claim + gap(availability.downtimePerYear, claimed), columns - INDENT.length).map((line) => INDENT + line);
}

function gap({ mean, ci95: [low, high] }: Estimate, claimed: number): string {
  if (claimed >= low && claimed <= high) return ', and the simulation agrees.';
  if (claimed <= 0 || mean === 0) return '.';
  const [ratio, word] = mean > claimed ? [mean / claimed, 'less'] : [claimed / mean, 'more'];
  if (ratio >= 1.95) return `, ${formatNumber(ratio, ratio < 100 ? 2 : 3)} times ${word}.`;
  return `, ${formatPercent(word === 'less' ? 1 - 1 / ratio : ratio - 1, 2)} ${word}.`;
}

function shares({ report: { availability }, columns }: Context): string[] {
  const { requests, degraded, out } = availability;
  const text =
    `${percent(requests.mean, requests.ci95)} of requests answered; ` +
    `degraded ${percent(degraded.mean, degraded.ci95)} of the time, fully out ${percent(out.mean, out.ci95)}.`;
  return wrap(text, columns - INDENT.length).map((line) => INDENT + line);
}
