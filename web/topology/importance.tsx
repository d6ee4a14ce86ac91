import { type ImportanceFigures, isElement } from '../../src/analysis/report-structure.ts';
import type { Model } from '../../src/model/model.ts';
import { duration } from '../../src/units/figure.ts';
import type { Structure } from '../desk/types.ts';
import { lazily } from '../parts/lazy.tsx';
import { SingleMark } from '../../src/topology/badges.tsx';
import { causesOfElement } from '../../src/topology/causes.ts';
import type { Element } from '../../src/topology/elements.ts';

const Measures = lazily<{ readonly figures: ImportanceFigures }>(() =>
  import('./measures.tsx').then((parts) => parts.Measures),
);

/** What the structure says of an element: whether it is a single point of failure, and how much it matters. */
export function Importance({
  element,
  model,
  structure: { singlePoints, importance },
}: {
  readonly element: Element;
  readonly model: Model;
  readonly structure: Structure;
}) {
  const causes = causesOfElement(element, model);
  const own = importance
    .filter((each) => causes.includes(each.element))
    .slice(0, element.kind === 'service' ? MOST_SHOCKS : 1);
  const single = singlePoints.find((point) => isElement(point) && causes.includes(point.cause));
  if (own.length === 0 && single === undefined) return null;
  return (
    <section class="topology-importance" aria-label="By the structure">
      {single !== undefined && (
        <p class="single">
          <svg width="20" height="18" aria-hidden="true" class="badges">
            <SingleMark x={10} y={9} />
          </svg>
          <span>
            <strong>Single point of failure</strong>
            {element.kind === 'domain' || element.kind === 'route' || causes[0] === single.cause
              ? ''
              : `: ${single.cause}`}
            . Its failure alone takes the entry down
            {single.downtimePerYear !== null && `, ${duration(single.downtimePerYear)} a year`}.
          </span>
        </p>
      )}
      {own.map((figures) => (
        <div key={figures.element}>
          {element.kind !== 'domain' && figures.element !== element.name && <h4>{figures.element}</h4>}
          <Measures figures={figures} />
        </div>
      ))}
    </section>
  );
}

/** Shocks that hit a service, most important first. */
const MOST_SHOCKS = 3;
