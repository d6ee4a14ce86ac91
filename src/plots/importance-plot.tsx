import { ticks } from 'd3';
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ImportanceFigures } from '../analysis/report-structure.ts';
import { type Bar, barsPlot } from './bars/bars.tsx';
import {
  describeImportance,
  importanceSentence,
  importanceTable,
  noImportance,
  readImportance,
  timesText,
} from './data/importance.ts';
import { counted, nameText, shareText } from './data/text.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

interface ImportancePlotProps {
  /** Most important first. */
  readonly importance: readonly ImportanceFigures[];
  /** The model's name, for the file. */
  readonly name: string;
  readonly source: string;
  readonly explain?: ComponentChild;
  /** An element was chosen, by its name. */
  readonly onSelect?: (element: string) => void;
}

/** How much each element matters by the structure. */
export function ImportancePlot({ importance, name, source, explain, onSelect }: ImportancePlotProps): ComponentChild {
  const plot = useMemo(() => importancePlot(importance, { name, source }), [importance, name, source]);
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      onChoose={onSelect && ((key) => onSelect(String(key)))}
      choosing="shows it on the topology"
    />
  );
}

const MOST = 12;
const MOST_IN_TABLE = 300;

export function importancePlot(
  importance: readonly ImportanceFigures[],
  { name, source }: { readonly name: string; readonly source: string },
): Plot {
  const shown = importance.slice(0, importance.length === MOST + 1 ? MOST + 1 : MOST);
  const left = importance.length - shown.length;
  const bars = shown.map(({ element, criticality, riskAchievementWorth }): Bar => ({
    key: element,
    label: nameText(element),
    value: criticality,
    interval: null,
    text: `${shareText(criticality)} · ${timesText(riskAchievementWorth)} if always down`,
    style: 'bar',
  }));
  return {
    ...barsPlot({
      bars,
      axisTitle: 'Criticality, as a share of the downtime',
      ticks: (high, most) => ticks(0, high, most),
      tickText: shareText,
    }),
    title: 'What matters by the structure',
    file: `${name} importance`,
    source,
    description: describeImportance(importance),
    resting: importanceSentence(importance),
    empty: importance.length === 0 ? noImportance() : null,
    note:
      'Calculated from the structure, without detection and failover times. Where two have to be down together, ' +
      `each is critical, so the shares can add up to more than 100%.${left > 0 ? ` ${inTableAlone(left)}` : ''}`,
    stops: shown.map((each) => ({ key: each.element, text: readImportance(each) })),
    table: () => importanceTable(importance.slice(0, MOST_IN_TABLE)),
    csv: () => importanceTable(importance),
  };
}

function inTableAlone(left: number): string {
  const one = left === 1;
  return `${counted(left, 'element')} that matter${one ? 's' : ''} less ${one ? 'is' : 'are'} in the table alone.`;
}
