import type { Explanation, GapStepName } from '../../analysis/report-explanation.ts';
import type { Estimate } from '../../analysis/report.ts';
import { change, changeRange, duration, margin, nines, SECONDS_PER_YEAR, TIME_SCALE } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { whyRefused } from '../refusals.ts';
import { figures, type Section, words } from '../section.ts';

const TITLE = 'The gap';
const BAR_COLUMNS = 18;

const NAMES: Readonly<Record<GapStepName, string>> = {
  arithmetic: 'bare arithmetic',
  sharedDomains: 'shared domains',
  detection: 'detection',
  failoverTime: 'failover time',
  failoverFailure: 'failover failure',
  capacity: 'capacity',
  shocks: 'shocks',
  data: 'data',
  maintenance: 'maintenance',
  deploys: 'deploys',
  waits: 'waits',
  chance: 'chance',
};

/** From the bare arithmetic to what is simulated: what each reality adds, and how many nines are left with it. */
export function gapSection({ gap: { steps }, report }: Explanation, paint: Paint): Section {
  const claim = report.availability.arithmeticUnavailability;
  if (claim === null || steps.length === 0)
    return {
      title: TITLE,
      notes: [`None: there is no bare arithmetic, as ${whyRefused(report.refused, 'bare arithmetic')}.`],
    };
  const most = Math.max(...steps.map(({ downtimePerYear }) => downtimePerYear.mean));
  const rows = steps.map((each, i): Cell[] => {
    const name = NAMES[each.step];
    if (each.absent) return [name, '–', '', '', '', '', ''];
    const before = i === 0 ? 0 : steps[i - 1].downtimePerYear.mean;
    const { added, downtimePerYear: down } = each;
    return [
      name,
      added === null ? duration(down.mean, null) : addedText(each.step, added, paint),
      added === null || isCertain(added) ? '' : `± ${margin(added.mean, added.ci95)}`,
      added === null || isCertain(added) ? '' : changeRange(added.mean, added.ci95, TIME_SCALE),
      ninesText(down.mean),
      duration(down.mean, down.ci95),
      most === 0 ? '' : span(before / most, down.mean / most),
    ];
  });
  const absent = steps.filter((each) => each.absent && each.step !== 'chance').map(({ step }) => NAMES[step]);
  const open = steps.some(
    (each) => !each.absent && each.added !== null && isOpen(each.added) && !isCertain(each.added),
  );
  const isOther = Math.abs(steps[0].downtimePerYear.mean / SECONDS_PER_YEAR - claim) > 0.01 * claim;
  return {
    title: TITLE,
    aside: 'one reality after the other, in the same history',
    table: {
      columns: [
        words('with', { shrinks: true }),
        figures('adds a year'),
        figures('', { only: 'screen' }),
        words('95% interval', { only: 'document' }),
        figures('nines'),
        figures('down', { longName: 'down a year' }),
        words('', { only: 'screen' }),
      ],
      rows,
    },
    notes: [
      ...(isOther
        ? ['This arithmetic takes any one member of a service to be enough; what is required is capacity.']
        : []),
      ...(absent.length === 0 ? [] : [`Nothing in this model: ${absent.join(', ')}.`]),
      ...(open ? ['In parentheses: chance alone could have added it.'] : []),
      ...(steps.at(-1)!.step === 'chance'
        ? ['Chance is what these years happen to be off; what is shared is calculated.']
        : []),
    ],
  };
}

function isCertain({ ci95: [low, high] }: Estimate): boolean {
  return low === high;
}

function addedText(step: GapStepName, added: Estimate, paint: Paint): Cell {
  const text = change(added.mean, added.ci95, TIME_SCALE);
  return isOpen(added) || step === 'chance' ? { text: `(${text})`, paint: paint.faint } : text;
}

function isOpen({ ci95: [low, high] }: Estimate): boolean {
  return low <= 0 && high >= 0;
}

function ninesText(downtime: number): string {
  if (!(downtime > 0)) return '–';
  const count = -Math.log10(downtime / SECONDS_PER_YEAR);
  // The digits of a double end there.
  return count > 12 ? '> 12' : nines(Math.max(0, count));
}

/** From one share of the line to another, whichever is larger; never nothing for something. */
function span(from: number, to: number): string {
  const [start, end] = [Math.min(from, to), Math.max(from, to)].map((share) => Math.round(share * BAR_COLUMNS));
  if (from === to) return '';
  const at = Math.min(start, BAR_COLUMNS - 1);
  if (end === start) return `${' '.repeat(at)}▏`;
  return ' '.repeat(at) + (to < from ? '░' : '█').repeat(end - at);
}
