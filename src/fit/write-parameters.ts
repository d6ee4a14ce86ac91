import type { Distribution } from '../random/distribution.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { writeTime } from '../units/write.ts';
import type { DurationFigures } from './durations.ts';
import type { GroupFigures, Period } from './group.ts';
import { momentText } from './moment.ts';

const UNITS = [SECONDS_PER_YEAR, 86_400, 3600, 60, 1];

/** As the language writes a time, with three digits: no log supports more. */
function shortTime(seconds: number): string {
  const unit = UNITS.find((each) => seconds >= each) ?? 1;
  return writeTime(Number((seconds / unit).toPrecision(3)) * unit).replace(/^1 (day|year)s$/, '1 $1');
}

/** A distribution as the language writes it. @param mean in place of its mean, such as a parameter's name */
export function distributionText(d: Distribution, mean?: string): string {
  const shape = (value: number) => String(Number(value.toPrecision(3)));
  switch (d.kind) {
    case 'constant':
      return `constant(${shortTime(d.value)})`;
    case 'exponential':
      return mean ?? `exponential(${shortTime(d.mean)})`;
    case 'lognormal':
      return `lognormal(${shortTime(d.median)}, ${shortTime(d.p95)})`;
    case 'weibull':
    case 'gamma':
      return `${d.kind}(${shape(d.shape)}, ${mean ?? shortTime(d.mean)})`;
    case 'empirical':
      return `empirical(${d.values.map(shortTime).join(', ')})`;
    case 'uniform':
      return `uniform(${shortTime(d.min)}, ${shortTime(d.max)})`;
    case 'triangular':
      return `triangular(${shortTime(d.min)}, ${shortTime(d.mode)}, ${shortTime(d.max)})`;
  }
}

export const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Parameters and components with what they rest on. A log's words come from strangers: they stay in their comments. */
export function writeParameters(
  { from, until, file }: Period & { readonly file: string },
  groups: readonly GroupFigures[],
): string {
  const names = new Names();
  const named = groups.map((group) => ({
    group,
    parameter: names.of(`${identifier(group.service)}_${identifier(group.cause)}_mtbf`),
  }));
  const services = [...new Set(groups.map(({ service }) => service))];
  const keys = new Names();
  return [
    `# From ${plain(file)}, ${momentText(from)} to ${momentText(until)}: ${shortTime(until - from)}.`,
    'parameters:',
    ...named.map(({ group, parameter }) => `  ${parameter}: ${rangeOf(group.mtbf)}  # ${rateComment(group)}`),
    'components:',
    ...services.flatMap((service) => {
      const modes = new Names();
      const own = named.filter(({ group }) => group.service === service);
      return [
        `  ${keys.of(word(service))}:`,
        '    failures:',
        ...own.flatMap(({ group, parameter }) => failureMode(modes.of(word(group.cause)), group, parameter)),
      ];
    }),
    '',
  ].join('\n');
}

/** One number that nobody knows, as far as the log tells it; where none was seen, one that is as likely as not. */
function rangeOf({ ci90, value }: GroupFigures['mtbf']): string {
  if (ci90 === null) return shortTime(value);
  const [low, high] = ci90.map(shortTime);
  return low === high ? low : `${low} to ${high}`;
}

function failureMode(name: string, { between, durations, detection }: GroupFigures, parameter: string): string[] {
  const mtbf = between?.chosen === 'weibull' ? distributionText(between.weibull.distribution, parameter) : parameter;
  const mttr = durations.chosen === null ? '1 h' : distributionText(durations.chosen.distribution);
  const noticed =
    detection === null || detection.chosen === null
      ? []
      : [
          `        # noticed after ${distributionText(detection.chosen.distribution)} ` +
            `(${plural(detection.count, 'incident')}): part of mttr here; of a failover it is detect`,
        ];
  return [
    `      ${name}:`,
    `        mtbf: ${quoted(mtbf)}`,
    `        mttr: ${quoted(mttr)}  # ${durationComment(durations)}`,
    ...noticed,
  ];
}

function rateComment({ incidents, members, upSeconds, mtbf, trend, between }: GroupFigures): string {
  const where = members === 1 ? `${shortTime(upSeconds)} up` : `${shortTime(upSeconds)} up of ${members} together`;
  const [low, high] = mtbf.ci95;
  if (mtbf.mean === null)
    return `none in ${where}: ${shortTime(low)} or more with 95%; with this mean none is as likely as some`;
  const rate =
    `${plural(incidents, 'incident')} in ${where}: ${shortTime(mtbf.mean)}; 95%: ${shortTime(low)} to ` +
    shortTime(high!);
  const isTrend = trend !== null && trend.verdict !== 'constant';
  const change = isTrend ? `; the rate is not constant, it is ${trend.verdict}` : '';
  return rate + change + (between?.chosen === 'weibull' ? '; Weibull by likelihood ratio' : '');
}

function durationComment({ count, open, chosen, laws }: DurationFigures): string {
  const of = `${plural(count, 'incident')}${open === 0 ? '' : `, ${open} of them not over`}`;
  if (chosen === null) return `a guess: ${of}`;
  return `${of}; ${laws.length > 1 ? `${chosen.law} by AIC` : 'too few to choose a law by'}`;
}

const quoted = (text: string) => (text.includes(',') ? `'${text}'` : text);

const plain = (text: string) => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ');
const word = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(?=\d|$)/, 'x');
const identifier = (text: string) => word(text).replaceAll('-', '_');

/** Each once: two causes may differ in nothing that a name keeps. */
class Names {
  readonly #taken = new Set<string>();
  of(name: string): string {
    let own = name;
    for (let i = 2; this.#taken.has(own); i++) own = `${name}_${i}`;
    this.#taken.add(own);
    return own;
  }
}
