import type { ComponentChild } from 'preact';
import type { Report } from '../analysis/report.ts';
import { isElement } from '../analysis/report-structure.ts';
import { singlePoints } from '../analysis/structure/index.ts';
import type { Model } from '../model/model.ts';
import { Badges } from './badges.tsx';
import { marksOf } from './causes.ts';
import { sceneOf } from './elements.ts';
import { fit } from './fit.ts';
import { layOut } from './layout.ts';
import { Legend } from './legend.tsx';
import { Definitions, drawingOrder, Mark, Outside } from './pieces.tsx';
import { passiveKeys } from './sites.ts';
import { shownOf } from './state.ts';

interface TopologyPictureProps {
  readonly model: Model;
  readonly report: Report;
  /** Pixels. */
  readonly width: number;
}

/** The model as the page draws it, for a file, with what the signs mean. */
export function TopologyPicture({ model, report, width }: TopologyPictureProps): ComponentChild {
  const scene = sceneOf(model);
  const layout = layOut(model, scene, { width });
  const shown = shownOf(model, null);
  const singles = singlePoints(model).filter(isElement);
  const marks = marksOf(
    singles.map(({ cause }) => cause),
    [],
    model,
    scene.elements,
  );
  const passive = passiveKeys(model, scene.places, shown);
  return (
    <div class="topology">
      <svg
        class="topology-drawing"
        role="img"
        aria-label={`Topology of ${model.name}`}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
      >
        <Definitions />
        {layout.outside && <Outside area={layout.outside} />}
        {drawingOrder(scene).map((element) => (
          <g key={element.key} class={`mark is-${element.kind} ${passive.has(element.key) ? 'is-passive' : ''}`}>
            <Mark {...{ model, report, scene, layout, shown, element, marks }} isCompact={false} />
            <Badges {...{ element, layout, marks }} />
          </g>
        ))}
        {layout.captions.map(({ key, service, x, y, width: room, height }) => (
          <text key={key} class="place-kind" x={x} y={y + height / 2 + 4}>
            {fit(model.services[service].written, room - 6, 12)}
          </text>
        ))}
      </svg>
      <Legend model={model} isMoment={false} marks={marks} />
    </div>
  );
}
