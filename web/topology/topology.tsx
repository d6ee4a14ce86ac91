import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Report } from '../../src/analysis/report.ts';
import { isElement } from '../../src/analysis/report-structure.ts';
import type { Model } from '../../src/model/model.ts';
import { drilling, moment } from '../state/store.ts';
import { type Marks, marksOf, NO_MARKS } from '../../src/topology/causes.ts';
import { Drawing } from './drawing.tsx';
import { sceneFor } from './chosen.ts';
import type { Scene } from '../../src/topology/elements.ts';
import { Hidden } from './hidden.tsx';
import { layOut, type Layout } from '../../src/topology/layout.ts';
import { Legend } from '../../src/topology/legend.tsx';
import { dayAndTime } from './moment-time.ts';
import { lazily } from '../parts/lazy.tsx';
import { Outline } from './outline.tsx';
import { type Shown, shownOf } from '../../src/topology/state.ts';
import { followStructure, marked, structure } from './structure.ts';
import '../../src/topology/drawing.css';
import './topology.css';
import { useMedia, useSize } from './use-width.ts';

const Teams = lazily<{ readonly model: Model; readonly report: Report | null }>(() =>
  import('./teams.tsx').then((parts) => parts.Teams),
);

interface TopologyProps {
  readonly model: Model;
  readonly report: Report | null;
  /** A small picture to look at: nothing to choose, no figures. */
  readonly compact?: boolean;
  /** Marks on it all the same: single points of failure, and the cut set that is shown. */
  readonly marksShown?: boolean;
  /** Its frame has a height of its own, into which the drawing is made to fit as far as it stays readable. */
  readonly fits?: boolean;
}

/** Smaller than this nobody reads it; then it scrolls. */
const SMALLEST_SCALE = 0.75;
/** Larger than this it looks like a poster. */
const LARGEST_SCALE = 1.2;

/** Higher than this the drawing scrolls in a frame of its own, so that the answers below stay near. */
const TALLEST = 1000;

/** The width that is drawn for before the real one is known. */
const USUAL_WIDTH = 720;

/** The model as nested domains with members inside and services' needs as links. */
export function Topology({ model, report, compact = false, marksShown = !compact, fits = false }: TopologyProps) {
  const [frame, width, height] = useSize<HTMLDivElement>();
  const isCoarse = useMedia('(pointer: coarse)');
  const [asText, setAsText] = useState(false);
  const scene = useMemo(() => sceneFor(model), [model]);
  const room = fits ? height : 0;
  const { layout, scale } = useMemo(
    () => fitted((width) => layOut(model, scene, { width, isCoarse, isCompact: compact }), width || USUAL_WIDTH, room),
    [model, scene, width, room, isCoarse, compact],
  );
  const shown = useMemo(() => shownOf(model, compact ? null : moment.value), [model, moment.value, compact]);
  const figures = structure.value?.figures ?? null;
  const marks = useMarks(marksShown, shown, model, scene);
  const isCut = width > 0 && layout.width * scale > width + 1;
  const isTall = fits ? room > 0 && layout.height * scale > room + 1 : layout.height > TALLEST;
  useFade(frame, isCut);

  return (
    <div class={`topology ${compact ? 'is-compact' : ''} ${fits ? 'is-fitted' : ''}`}>
      <div class={`topology-frame ${isCut ? 'is-cut' : ''} ${isTall ? 'is-tall' : ''}`} hidden={asText}>
        <div
          class="topology-scroll"
          ref={frame}
          {...(isCut || isTall ? { role: 'group', 'aria-label': 'Topology, scrolls' } : {})}
        >
          <Drawing {...{ model, report, scene, layout, scale, shown, marks }} isCompact={compact} />
        </div>
        {(isCut || isTall) && (
          <p class="topology-more">{isCut ? 'Scroll sideways for more services' : 'Scroll for more domains'}</p>
        )}
      </div>
      {!compact && model.teams.length > 0 && <Teams model={model} report={report} />}
      {!compact && scene.hidden.length > 0 && <Hidden model={model} hidden={scene.hidden} />}
      {asText && (
        <Outline
          model={model}
          scene={scene}
          shown={shown}
          singles={marks === NO_MARKS ? [] : (figures?.singlePoints ?? [])}
        />
      )}
      {!compact && <Bar model={model} shown={shown} marks={marks} asText={asText} onText={setAsText} />}
    </div>
  );
}

/**
 * The layout, and how large it is drawn, so that it fits a height, or fills it a little.
 * @param room pixels; 0: as high as it gets
 */
function fitted(
  layOutFor: (width: number) => Layout,
  width: number,
  room: number,
): { readonly layout: Layout; readonly scale: number } {
  const natural = layOutFor(width);
  if (room === 0 || natural.isStacked) return { layout: natural, scale: 1 };
  const scale = Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, room / natural.height));
  // What is drawn smaller has more room beside it, what is drawn larger has less.
  const layout = layOutFor(Math.floor(width / scale));
  const isRoomy = !layout.isStacked && layout.width * scale <= width + 1 && layout.height * scale <= room + 1;
  return scale < 1 || isRoomy ? { layout, scale } : { layout: natural, scale: 1 };
}

function useMarks(isOn: boolean, { isMoment }: Shown, model: Model, scene: Scene): Marks {
  useEffect(() => {
    if (isOn) followStructure();
  }, [isOn]);
  const figures = structure.value?.figures ?? null;
  // At a moment the drawing says what is down; what could take it down is another question.
  return useMemo(
    () =>
      !isOn || isMoment
        ? NO_MARKS
        : marksOf(
            figures?.singlePoints.filter(isElement).map(({ cause }) => cause) ?? [],
            marked.value,
            model,
            scene.elements,
          ),
    [isOn, isMoment, figures, marked.value, model, scene],
  );
}

interface BarProps {
  readonly model: Model;
  readonly shown: Shown;
  readonly marks: Marks;
  readonly asText: boolean;
  readonly onText: (asText: boolean) => void;
}

/** What the signs mean, or which moment it is; and the drawing as text. */
function Bar({ model, shown, marks, asText, onText }: BarProps) {
  // A drill has a clock and an end of its own.
  const isOneLife = shown.isMoment && drilling.value === null;
  return (
    <div class="topology-bar">
      {isOneLife && moment.value ? (
        <p class="topology-moment">
          As it was on <b>{dayAndTime(moment.value.time)}</b>
        </p>
      ) : (
        <Legend model={model} isMoment={shown.isMoment} marks={marks} />
      )}
      <div class="topology-buttons">
        {isOneLife && (
          <button type="button" class="button button-quiet" onClick={() => (moment.value = null)}>
            Back to rest
          </button>
        )}
        <button type="button" class="button button-quiet" aria-pressed={asText} onClick={() => onText(!asText)}>
          As text
        </button>
      </div>
    </div>
  );
}

/** Marks on which side something is cut off, for the shadows there. */
function useFade(frame: { current: HTMLDivElement | null }, isCut: boolean): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const mark = () => {
      element.parentElement?.classList.toggle('has-left', isCut && element.scrollLeft > 2);
      element.parentElement?.classList.toggle(
        'has-right',
        isCut && element.scrollLeft < element.scrollWidth - element.clientWidth - 2,
      );
    };
    mark();
    element.addEventListener('scroll', mark, { passive: true });
    return () => element.removeEventListener('scroll', mark);
  }, [frame, isCut]);
}
