import { type CutSet, isElement, type SinglePoint } from '../../analysis/report-structure.ts';
import { duration, formatNumber, SECONDS_PER_YEAR, whole } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';

const MOST_ROWS = 12;
/** A structure function knows them all; breaking things one by one does not come to an end. */
const WHY_NOT = 'the structure is too large, or what follows is only known by trying.';
const NO_SINGLES = 'None: no single failure takes the entry down once failovers are done.';

/** What is known of what takes the entry down. */
export interface Cuts {
  readonly singlePoints: readonly SinglePoint[];
  readonly cutSets: readonly CutSet[];
  /** How many there are of one, two, three; without it what is listed is taken for all. */
  readonly cutSetsByOrder?: readonly number[];
}

/** What brings the system down; with `isWhole` every cut set there is. */
export function cutSections({ singlePoints, cutSets, cutSetsByOrder }: Cuts, isWhole: boolean): Section[] {
  const singles = singlePoints
    .filter(isElement)
    .map(({ cause, unavailability }) => ({ causes: [cause], unavailability }));
  const helpers = singlePoints.filter((point) => !isElement(point));
  const several = cutSets.filter(({ causes }) => causes.length > 1);
  const section =
    singles.length > 0
      ? cuts('Single points of failure', singles, singles.length, isWhole)
      : { title: 'Single points of failure', notes: [NO_SINGLES] };
  const unseen =
    cutSetsByOrder?.length === 1 ? [`What takes it down only together was not looked for: ${WHY_NOT}`] : [];
  return [
    { ...section, notes: [...(section.notes ?? []), ...unseen] },
    ...(helpers.length > 0 ? [peopleAndParts(helpers)] : []),
    ...(several.length > 0 ? [together(several, cutSetsByOrder ?? [], isWhole)] : []),
  ];
}

function peopleAndParts(helpers: readonly SinglePoint[]): Section {
  return {
    title: 'The one person, the one part',
    notes: helpers.map(({ cause, kind, proved }) => `${plainText(cause)}, the one ${kind}: ${plainText(proved)}.`),
  };
}

function together(several: readonly CutSet[], [, ...byOrder]: readonly number[], isWhole: boolean): Section {
  const all = byOrder.reduce((sum, count) => sum + count, 0);
  const section = cuts('Down only together', several, Math.max(all, several.length), isWhole);
  const counts = byOrder.flatMap((count, i) => (count > 0 ? [`${formatCount(count)} of ${['two', 'three'][i]}`] : []));
  const unseen = byOrder.length === 1 ? [`Sets of three were not looked for: ${WHY_NOT}`] : [];
  return {
    ...section,
    ...(counts.length > 0 ? { aside: counts.join(', ') } : {}),
    notes: [...(section.notes ?? []), ...unseen],
  };
}

/** As many as can be told apart. */
function formatCount(count: number): string {
  return count < 1e9 ? whole(count) : formatNumber(count, 3);
}

function cuts(title: string, all: readonly CutSet[], count: number, isWhole: boolean): Section {
  const most = isWhole ? all.length : MOST_ROWS;
  const isKnown = all.every(({ unavailability }) => unavailability !== null);
  const rows = all.slice(0, most).map(({ causes, unavailability }): Cell[] => {
    const names = causes.map(plainText).join(' + ');
    return unavailability === null ? [names] : [names, `${duration(unavailability * SECONDS_PER_YEAR, null)} a year`];
  });
  const more =
    count > rows.length ? [`and ${formatCount(count - rows.length)} others${isKnown ? ', none likelier' : ''}`] : [];
  const columns = [words('', { shrinks: true }), ...(isKnown ? [figures('down')] : [])];
  return { title, table: { columns, rows, isPlain: true }, notes: more };
}
