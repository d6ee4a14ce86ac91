import type { DurationFigures } from '../fit/durations.ts';
import type { Fit } from '../fit/fit.ts';
import type { GroupFigures } from '../fit/group.ts';
import { momentText } from '../fit/moment.ts';
import { distributionText, plural } from '../fit/write-parameters.ts';
import { duration, formatNumber, percent } from '../units/index.ts';
import { type Row, writeRows } from './csv.ts';
import type { Cell } from './grid.ts';
import type { Paint } from './paint.ts';
import { figures, type Section, words } from './section.ts';
import type { Sheet } from './sheet.ts';
import { plainText } from './text.ts';

/** What a log says, for people: whether the rates are constant first, since the rest rests on that. */
export function fitSheet({ log, groups, parameters }: Fit): Sheet {
  const { incidents, open, from, until } = log;
  const kept = `${duration(until - from)}, ${momentText(from)} to ${momentText(until)}`;
  return {
    title: plainText(log.file),
    answer: `${plural(incidents, 'incident')}${open === 0 ? '' : `, ${open} of them not over`}, in ${kept}.`,
    sections: (paint) => [
      trendSection(groups, paint),
      rateSection(groups, log),
      ...betweenSections(groups, paint),
      ...durationSections('How long they take', groups, ({ durations }) => durations, paint),
      ...durationSections('How long until they are noticed', groups, ({ detection }) => detection, paint),
    ],
    text: { title: 'For a model', yaml: parameters },
  };
}

const nameOf = ({ service, cause }: GroupFigures) => plainText(`${service}/${cause}`);
const chance = (p: number) => (p < 0.0001 ? 'below 0.01%' : percent(p));

function trendSection(groups: readonly GroupFigures[], paint: Paint): Section {
  const changing = groups.filter(({ trend }) => trend !== null && trend.verdict !== 'constant');
  const rows = groups.map((group): Cell[] => {
    const { trend } = group;
    if (trend === null) return [nameOf(group), '', '', '', '', 'too few to tell'];
    const { laplace, milHdbk189, verdict } = trend;
    const figure = [laplace.u.toFixed(2), chance(laplace.p), milHdbk189.chiSquare.toFixed(1), chance(milHdbk189.p)];
    if (verdict === 'constant') return [nameOf(group), ...figure, 'none seen'];
    return [nameOf(group), ...figure, { text: `not constant: ${verdict}`, paint: paint.bad }];
  });
  const columns = [
    words('cause', { shrinks: true }),
    ...[figures('Laplace U'), figures('p'), figures('MIL-HDBK-189 χ²'), figures('p'), words('trend')],
  ];
  const advice =
    'Your rate is not constant: the mean over the whole period is not what is to be expected now. ' +
    'Fit what followed the last change on its own, with --from.';
  return {
    title: 'Is the rate constant?',
    table: { columns, rows },
    notes: changing.length > 0 ? [`${changing.map(nameOf).join(', ')}: ${advice}`] : [],
  };
}

function rateSection(groups: readonly GroupFigures[], log: Fit['log']): Section {
  const rows = groups.map((group) => {
    const { mtbf, incidents, members, upSeconds } = group;
    const [low, high] = mtbf.ci95;
    const all = [nameOf(group), String(incidents), members === 1 ? '' : String(members), duration(upSeconds)];
    return mtbf.mean === null
      ? [...all, 'none seen', `≥ ${duration(low)}`]
      : [...all, duration(mtbf.mean), `${duration(low)} to ${duration(high!)}`];
  });
  const columns = [
    words('cause', { shrinks: true }),
    ...[figures('incidents'), figures('members'), figures('up'), figures('MTBF'), figures('95% (χ²)')],
  ];
  const begins =
    'The first incident begins the period, as nothing says since when the log is kept, and counts for no rate: ' +
    'give --from.';
  const ends = 'The last moment in the log ends the period: give --until if it was kept for longer.';
  const notes = [...(log.isFromGiven ? [] : [begins]), ...(log.isUntilGiven ? [] : [ends])];
  return { title: 'How often', table: { columns, rows }, notes };
}

function betweenSections(groups: readonly GroupFigures[], paint: Paint): Section[] {
  const told = groups.flatMap((group) => {
    const { between } = group;
    if (between === null) return [];
    const { gaps, weibull, likelihoodRatio, p, chosen } = between;
    const { distribution } = weibull;
    const shape = distribution.kind === 'weibull' ? formatNumber(distribution.shape) : '';
    const verdict: Cell = chosen === 'weibull' ? { text: 'Weibull', paint: paint.strong } : 'exponential will do';
    return [[nameOf(group), String(gaps), shape, likelihoodRatio.toFixed(2), chance(p), verdict]];
  });
  if (told.length === 0) return [];
  const columns = [
    words('cause', { shrinks: true }),
    ...[figures('gaps'), figures('Weibull shape'), figures('likelihood ratio'), figures('p'), words('taken')],
  ];
  return [{ title: 'Exponential or Weibull?', table: { columns, rows: told } }];
}

function durationSections(
  title: string,
  groups: readonly GroupFigures[],
  of: (group: GroupFigures) => DurationFigures | null,
  paint: Paint,
): Section[] {
  const rows = groups.flatMap((group) => {
    const found = of(group);
    return found === null ? [] : durationRows(nameOf(group), found, paint);
  });
  if (rows.length === 0) return [];
  const columns = [
    ...[words('cause'), words('law', { shrinks: true }), figures('AIC')],
    ...[figures('median'), figures('95%'), words('')],
  ];
  return [{ title, table: { columns, rows } }];
}

function durationRows(name: string, found: DurationFigures, paint: Paint): Cell[][] {
  const { laws, chosen, observed, fitted, count, open, empiricalAic } = found;
  const shown = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));
  const kaplanMeier: Cell[] = [
    name,
    `Kaplan–Meier of ${count}${open === 0 ? '' : `, ${open} open`}`,
    ...['', shown(observed.p50), shown(observed.p95), ''],
  ];
  const tried = laws.map(({ law, distribution, aic }): Cell[] => {
    const isChosen = chosen?.law === law;
    const own = isChosen ? [duration(fitted!.p50), duration(fitted!.p95)] : ['', ''];
    const mark: Cell = isChosen ? { text: 'taken', paint: paint.strong } : '';
    return ['', distributionText(distribution), aic.toFixed(1), ...own, mark];
  });
  const empirical: Cell[][] =
    empiricalAic === null
      ? []
      : [['', 'empirical', empiricalAic.toFixed(1), '', '', chosen?.law === 'empirical' ? 'taken' : '']];
  return [kaplanMeier, ...tried, ...empirical];
}

/** One figure a row. */
export function renderFitCsv({ log, groups }: Fit): string {
  return writeRows([
    ['log', '', 'file', log.file],
    ...(['from', 'until'] as const).map((key): Row => ['log', '', key, momentText(log[key])]),
    ['log', '', 'incidents', log.incidents],
    ['log', '', 'open', log.open],
    ...groups.flatMap(groupRows),
  ]);
}

function groupRows(group: GroupFigures): Row[] {
  const { mtbf, trend, between, durations, detection } = group;
  const name = `${group.service}/${group.cause}`;
  return [
    ['rate', name, 'members', group.members],
    ['rate', name, 'incidents', group.incidents],
    ['rate', name, 'up', group.upSeconds, null, 's'],
    ['rate', name, 'mtbf', mtbf.mean, mtbf.ci95, 's'],
    ...(trend === null
      ? []
      : ([
          ['trend', name, 'laplaceU', trend.laplace.u],
          ['trend', name, 'laplaceP', trend.laplace.p],
          ['trend', name, 'milHdbk189', trend.milHdbk189.chiSquare],
          ['trend', name, 'milHdbk189P', trend.milHdbk189.p],
          ['trend', name, 'verdict', trend.verdict],
        ] satisfies Row[])),
    ...(between === null
      ? []
      : ([
          ['between', name, 'likelihoodRatio', between.likelihoodRatio],
          ['between', name, 'p', between.p],
          ['between', name, 'chosen', between.chosen],
          ['between', name, 'weibull', distributionText(between.weibull.distribution)],
        ] satisfies Row[])),
    ...durationCsv('duration', name, durations),
    ...(detection === null ? [] : durationCsv('detection', name, detection)),
  ];
}

function durationCsv(section: string, name: string, found: DurationFigures): Row[] {
  return [
    [section, name, 'count', found.count],
    [section, name, 'open', found.open],
    ...found.laws.map(({ law, aic }): Row => [section, name, `aic.${law}`, aic]),
    ...(found.chosen === null
      ? []
      : ([
          [section, name, 'law', found.chosen.law],
          [section, name, 'distribution', distributionText(found.chosen.distribution)],
        ] satisfies Row[])),
    ...found.kaplanMeier.map(({ seconds, survival, ci95 }): Row => [
      `${section}.kaplanMeier`,
      name,
      String(seconds),
      survival,
      ci95,
      'share',
    ]),
  ];
}
