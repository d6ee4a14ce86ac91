import type { ComponentChildren, ComponentType } from 'preact';
import { duration, number } from '../../src/units/figure.ts';
import { formatPercent } from '../../src/units/format.ts';
import type { CauseFigures, Report } from '../../src/analysis/report.ts';
import type { Model } from '../../src/model/model.ts';
import type { Structure } from '../desk/types.ts';
import { selected } from '../state/store.ts';
import { detailsOf } from '../../src/topology/details.ts';
import type { Element } from '../../src/topology/elements.ts';
import { Importance } from './importance.tsx';
import { failureWords } from '../../src/topology/words.ts';

/** A way to break what is chosen. */
export type BreakElement = ComponentType<{ readonly element: Element; readonly model: Model }>;

/** What is chosen, in figures and words, and a way to break it. */
export function Panel({
  element,
  model,
  report,
  structure,
  breakElement: Break,
  children,
}: {
  element: Element;
  model: Model;
  report: Report | null;
  structure: Structure | null;
  breakElement?: BreakElement;
  /** What can be done with it, between its figures and what makes it fail. */
  children?: ComponentChildren;
}) {
  const details = detailsOf(element, model, report);
  const share = report === null ? null : shareOfDowntime(details, report);
  const figures = share === null ? details.figures : [...details.figures, ['Begins of all downtime', share] as const];
  return (
    <section class="topology-panel" aria-label={`About ${details.title}`}>
      <header>
        <div aria-live="polite">
          <h3>{details.title}</h3>
          <p class="subtitle">{details.subtitle}</p>
        </div>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Close ${details.title}`}
          onClick={() => (selected.value = null)}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3,3L13,13M13,3L3,13" />
          </svg>
        </button>
      </header>
      {figures.length > 0 && <Pairs pairs={figures} className="topology-figures" />}
      {children}
      {Break !== undefined && element.kind !== 'link' && <Break key={element.key} element={element} model={model} />}
      {structure !== null && <Importance element={element} model={model} structure={structure} />}
      <Causes details={details} isKnown={report !== null} />
      {details.settings.length > 0 && (
        <details class="topology-words">
          <summary>In words</summary>
          <Pairs pairs={details.settings} className="topology-settings" />
        </details>
      )}
    </section>
  );
}

/** What makes it fail, mode by mode; nothing where nothing does. */
function Causes({ details, isKnown }: { details: ReturnType<typeof detailsOf>; isKnown: boolean }) {
  if (details.failures.length + details.otherCauses.length === 0) return null;
  return (
    <div class="topology-table">
      <table class="figures">
        <caption>What makes it fail, and the entry’s downtime that this begins</caption>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col">Incidents a year</th>
            <th scope="col">Down a year</th>
          </tr>
        </thead>
        <tbody>
          {details.failures.map(({ cause, mode, figures }) => (
            <CauseRow key={cause} cause={cause} words={failureWords(mode)} figures={figures} isKnown={isKnown} />
          ))}
          {details.otherCauses.map((figures) => (
            <CauseRow key={figures.cause} cause={figures.cause} words="" figures={figures} isKnown />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How much of the entry's downtime its own failures begin; null where there is none, or it has no failures. */
function shareOfDowntime({ failures, otherCauses }: ReturnType<typeof detailsOf>, report: Report): string | null {
  const all = report.availability.downtimePerYear.mean;
  if (all === 0 || failures.length + otherCauses.length === 0) return null;
  const own = [...failures.map(({ figures }) => figures), ...otherCauses];
  const begun = own.reduce((sum, figures) => sum + (figures?.downtimePerYear ?? 0), 0);
  return formatPercent(begun / all, 2);
}

function Pairs({ pairs, className }: { pairs: readonly (readonly [string, string])[]; className: string }) {
  return (
    <dl class={className}>
      {pairs.map(([name, value]) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A cause without figures began no incident in the years simulated. */
function CauseRow({
  cause,
  words,
  figures,
  isKnown,
}: {
  cause: string;
  words: string;
  figures: CauseFigures | null;
  isKnown: boolean;
}) {
  return (
    <tr>
      <th scope="row">
        <span class="cause">{cause}</span>
        {words && <span class="words">{words}</span>}
      </th>
      <td>{figures ? number(figures.incidentsPerYear, figures.ci95.incidentsPerYear) : isKnown ? 'none' : '–'}</td>
      <td>{figures ? duration(figures.downtimePerYear, figures.ci95.downtimePerYear) : isKnown ? '0 s' : '–'}</td>
    </tr>
  );
}
