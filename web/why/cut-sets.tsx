import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isElement, type SinglePoint } from '../../src/analysis/report-structure.ts';
import type { Model } from '../../src/model/model.ts';
import { chanceText } from '../../src/plots/data/importance.ts';
import { counted, nameText } from '../../src/plots/data/text.ts';
import { duration } from '../../src/units/figure.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import type { Structure } from '../desk/types.ts';
import { Explain } from '../explain/index.ts';
import { Topology } from '../topology/index.ts';
import { marked } from '../topology/structure.ts';

const FEW = 10;

interface CutSetsProps {
  readonly structure: Structure;
  readonly model: Model;
}

/** Each smallest set of failures that takes the entry down; the one pointed at or chosen is marked on the topology. */
export function CutSets({ structure, model }: CutSetsProps) {
  const { cutSets } = structure;
  const count = structure.cutSetsByOrder.reduce((sum, each) => sum + each, 0);
  const kept = useSignal<readonly string[]>([]);
  const isAll = useSignal(false);
  // Leaving the view takes the marks away.
  useEffect(
    () => () => {
      marked.value = [];
    },
    [],
  );
  const shown = isAll.value ? cutSets : cutSets.slice(0, FEW);
  const point = (causes: readonly string[] | null) => (marked.value = causes ?? kept.value);
  const choose = (causes: readonly string[]) => {
    kept.value = isSame(kept.value, causes) ? [] : causes;
    marked.value = kept.value;
  };
  return (
    <section class="why-section" aria-labelledby="cut-sets-title">
      <div class="plot-head">
        <h3 id="cut-sets-title">What takes {nameText(model.services[model.entry].name)} down</h3>
        <Explain figure="cutSets" />
      </div>
      <p class="why-said">{sentence(structure)}</p>
      <Helpers points={structure.singlePoints.filter((point) => !isElement(point))} />
      <div class="why-beside">
        {shown.length > 0 && <CutTable cutSets={shown} kept={kept.value} onPoint={point} onChoose={choose} />}
        {cutSets.length > 0 && (
          <div class="why-small" aria-hidden="true">
            <Topology model={model} report={null} compact marksShown />
          </div>
        )}
      </div>
      <p class="plot-note">
        Point at one, or choose it, and it is marked on the topology. By the structure alone: all failovers are done,
        and what they take is not in it.
      </p>
      {cutSets.length > FEW && (
        <button
          type="button"
          class="button button-quiet no-print"
          aria-expanded={isAll.value}
          onClick={() => (isAll.value = !isAll.value)}
        >
          {isAll.value
            ? `The ${FEW} likeliest`
            : count > cutSets.length
              ? `The ${cutSets.length} likeliest of ${count.toLocaleString('en-US')}`
              : `All ${count}`}
        </button>
      )}
    </section>
  );
}

function Helpers({ points }: { readonly points: readonly SinglePoint[] }) {
  if (points.length === 0) return null;
  return (
    <ul class="why-helpers">
      {points.map(({ cause, kind, proved }) => (
        <li key={`${kind} ${cause}`}>
          <strong>{nameText(cause)}</strong>, the one {kind}: {proved}.
        </li>
      ))}
    </ul>
  );
}

interface CutTableProps {
  readonly cutSets: Structure['cutSets'];
  /** The one that is chosen; empty: none is. */
  readonly kept: readonly string[];
  readonly onPoint: (causes: readonly string[] | null) => void;
  readonly onChoose: (causes: readonly string[]) => void;
}

function CutTable({ cutSets, kept, onPoint, onChoose }: CutTableProps) {
  const isKnown = cutSets.every(({ unavailability }) => unavailability !== null);
  return (
    <div class="scroll-x" role="region" aria-label="Table of cut sets" tabIndex={0}>
      <table class="figures why-cuts">
        <thead>
          <tr>
            <th scope="col">Down together</th>
            {isKnown && (
              <>
                <th scope="col">Chance</th>
                <th scope="col">A year</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {cutSets.map(({ causes, unavailability }) => (
            <tr key={causes.join('\n')} onPointerEnter={() => onPoint(causes)} onPointerLeave={() => onPoint(null)}>
              <th scope="row">
                <button
                  type="button"
                  class="why-cut"
                  aria-pressed={isSame(kept, causes)}
                  onClick={() => onChoose(causes)}
                  onFocus={() => onPoint(causes)}
                  onBlur={() => onPoint(null)}
                >
                  <span class="why-order" aria-hidden="true">
                    {causes.length}
                  </span>
                  <span>
                    {causes.map((cause, i) => (
                      <span key={cause}>
                        {i > 0 && ' + '}
                        <span class="why-cause">{nameText(cause)}</span>
                      </span>
                    ))}
                    {causes.length === 1 && <span class="muted"> alone</span>}
                  </span>
                </button>
              </th>
              {unavailability !== null && (
                <>
                  <td>{chanceText(unavailability)}</td>
                  <td>{duration(unavailability * SECONDS_PER_YEAR, null)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By how many at once were looked for. */
const TRIED = ['', '', ' or in twos', ' or in twos and threes'];

function sentence({ singlePoints: all, cutSetsByOrder, refused }: Structure): string {
  const [, pairs = 0, triples = 0] = cutSetsByOrder;
  const refusal = refused.find(({ theorem }) => theorem === 'cut sets');
  if (refusal !== undefined) return `Not known: ${refusal.reason}.`;
  const singlePoints = all.filter(isElement);
  if (singlePoints.length + pairs + triples === 0)
    return `Nothing takes it down by its structure, alone${TRIED[cutSetsByOrder.length]}.`;
  const isKnown = singlePoints.every(({ downtimePerYear }) => downtimePerYear !== null);
  const down = singlePoints.reduce((sum, { downtimePerYear }) => sum + (downtimePerYear ?? 0), 0);
  const alone =
    singlePoints.length === 0
      ? 'No single point of failure'
      : `${counted(singlePoints.length, 'single point')} of failure` +
        (isKnown ? `, ${duration(down, null)} a year` : '');
  const rest = [...(pairs > 0 ? [counted(pairs, 'pair')] : []), ...(triples > 0 ? [counted(triples, 'triple')] : [])];
  return `${alone}${rest.length > 0 ? `; ${rest.join(' and ')} that have to be down together` : ''}.`;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cause, i) => cause === b[i]);
}
