import type { Limit, LimitFigures, LimitReport } from '../analysis/report-limit.ts';
import { percent } from '../units/index.ts';
import { type Row, writeRows } from './csv.ts';
import type { Cell } from './grid.ts';
import { figures, type Section, words } from './section.ts';
import type { Sheet } from './sheet.ts';
import { plainText } from './text.ts';

/** What a fleet survives, for people. */
export function limitSheet(report: LimitReport): Sheet {
  const { model, limits, run, share } = report;
  return {
    title: plainText(model.name),
    answer: [...limits.map(limitSentence), ...(run.partial ? ['Ended early, with what was found.'] : [])].join(' '),
    sections: (paint) => [
      {
        title: 'With one zone gone',
        table: {
          columns: [
            words('service', { shrinks: true }),
            words('zone'),
            figures('members'),
            figures('too few'),
            figures('load'),
            figures('too much'),
          ],
          rows: limits.flatMap(({ service, zones }) =>
            zones.map(({ zone, fleet, load }): Cell[] => [
              plainText(service),
              zone === null ? '–' : plainText(zone),
              ...[
                countOf(fleet?.holds),
                countOf(fleet?.fails),
                workOf(load?.holds),
                workOf(load?.fails, Math.ceil),
              ].map((text) => (text === '–' ? { text, paint: paint.faint } : text)),
            ]),
          ),
        },
        notes: [
          `Survived is what leaves the entry up for ${percent(share)} of the busiest hours, with that zone gone ` +
            'every day and whatever else fails, with the errors that the SLA allows. Members: with the load as it ' +
            'is. Load: of the busiest hour, with the members as they are.',
        ],
      } satisfies Section,
    ],
  };
}

/** The limits of one service, in a sentence each. */
export function limitSentence({ service, replicas, peak, fleet, load, zones }: LimitFigures): string {
  const name = plainText(service);
  const isAsked = zones.some(({ zone }) => zone !== null);
  const loss = isAsked ? 'the loss of a zone at the busiest hour' : 'the busiest hour';
  const tried = (of: 'fleet' | 'load', end: 0 | 1) => Math.max(...zones.map((zone) => zone[of]?.tried[end] ?? 0));
  const has = (fewest: number) =>
    fewest > replicas ? `, and has ${replicas}` : fewest < replicas ? ` (it has ${replicas})` : ', which it has';
  const smallest =
    fleet !== null
      ? `${name} survives ${loss} with ${countOf(fleet)} members${has(fleet)}.`
      : zones.some((zone) => zone.fleet === null)
        ? ''
        : `No fleet of up to ${tried('fleet', 1)} members of ${name} surely survives ${loss}.`;
  const highest =
    load !== null
      ? `Its ${replicas} carry ${workOf(load)} of a member's work then, and ${workOf(peak)} is asked of them.`
      : zones.some((zone) => zone.load === null)
        ? ''
        : `Its ${replicas} surely survive it at no load.`;
  return [smallest, highest].filter((sentence) => sentence !== '').join(' ');
}

const countOf = (count: number | null | undefined) => (count === null || count === undefined ? '–' : String(count));
/** In members' worth, downwards: what is said is carried. */
const workOf = (work: number | null | undefined, round = (share: number) => Math.floor(share * (1 + 1e-9))) =>
  work === null || work === undefined ? '–' : `${round(work * 100)}%`;

/** One limit a row; what surely fails beside it. */
export function renderLimitCsv({ model, run, share, limits }: LimitReport): string {
  const rows = (service: string, zone: string, of: string, limit: Limit | null): Row[] =>
    limit === null
      ? []
      : [
          [service, zone, `${of}.holds`, limit.holds],
          [service, zone, `${of}.fails`, limit.fails],
        ];
  return writeRows([
    ['model', '', 'name', model.name],
    ['model', '', 'sha256', model.sha256],
    ['run', '', 'seed', run.seed],
    ['run', '', 'share', share],
    ...limits.flatMap(({ service, replicas, peak, fleet, load, zones }): Row[] => [
      [service, '', 'replicas', replicas],
      [service, '', 'peak', peak],
      [service, '', 'fleet', fleet],
      [service, '', 'load', load],
      ...zones.flatMap((zone) => [
        ...rows(service, zone.zone ?? '', 'fleet', zone.fleet),
        ...rows(service, zone.zone ?? '', 'load', zone.load),
      ]),
    ]),
  ]);
}
