import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Life } from '../../src/run/life.ts';
import { type Bands, bandsPath, toTime, toX } from './bands.ts';
import { cursor, seek, span } from './cursor.ts';
import { clampWindow, type Window } from './window.ts';

const HEIGHT = 26;
/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4;

/**
 * The whole year in one strip: drag to choose the part that is shown below, drag the part to move it, click to seek.
 * For the pointer alone: buttons and the timeline's keys do the same.
 */
export function Overview({ life, bands, width }: { life: Life; bands: Bands; width: number }) {
  const svg = useRef<SVGSVGElement>(null);
  const scale = useMemo(() => ({ from: 0, to: life.length, width }), [life, width]);
  const entry = bands.services[life.structure.entry];
  const paths = useMemo(
    () =>
      (['degraded', 'down', 'out'] as const).map((state) => ({
        state,
        d: bandsPath(
          entry.filter((band) => band.state === state),
          scale,
          4,
          HEIGHT - 8,
        ),
      })),
    [entry, scale],
  );
  const { from, to } = span.value;
  const isWhole = to - from >= life.length * 0.999;
  const [x1, x2] = [toX(scale, from), toX(scale, to)];
  const handlers = useDrag(svg, scale, isWhole ? null : [x1, x2]);
  return (
    <svg ref={svg} class="life-overview" width={width} height={HEIGHT} aria-hidden="true" {...handlers}>
      <rect class="overview-ground" width={width} height={HEIGHT} rx={4} />
      {paths.map(({ state, d }) => (
        <path key={state} class={`band is-${state}`} d={d} />
      ))}
      {!isWhole && (
        <rect
          class="overview-window"
          x={Math.max(1, x1)}
          y={1}
          width={Math.max(3, Math.min(width - 1, x2) - Math.max(1, x1))}
          height={HEIGHT - 2}
          rx={3}
        />
      )}
      <path class="life-cursor-line" d={`M${toX(scale, cursor.value)},0V${HEIGHT}`} />
    </svg>
  );
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** @param chosen where on the strip the part that is shown begins and ends; null: all of it is */
function useDrag(svg: RefObject<SVGSVGElement | null>, scale: Scale, chosen: readonly [number, number] | null) {
  const press = useRef<{ x: number; window: Window; moves: boolean } | null>(null);
  const at = (event: PointerEvent) => event.clientX - svg.current!.getBoundingClientRect().left;

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const x = at(event);
    press.current = { x, window: span.peek(), moves: chosen !== null && x > chosen[0] && x < chosen[1] };
    svg.current!.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!press.current) return;
    const x = at(event);
    const { x: start, window, moves } = press.current;
    if (Math.abs(x - start) < CLICK_PIXELS) return;
    if (moves) {
      const by = toTime(scale, x) - toTime(scale, start);
      span.value = clampWindow({ from: window.from + by, to: window.to + by }, scale.to);
    } else {
      span.value = clampWindow(
        {
          from: toTime(scale, Math.max(0, Math.min(x, start))),
          to: toTime(scale, Math.min(scale.width, Math.max(x, start))),
        },
        scale.to,
      );
    }
  };
  const onPointerUp = (event: PointerEvent) => {
    if (press.current && Math.abs(at(event) - press.current.x) < CLICK_PIXELS) seek(toTime(scale, at(event)));
    press.current = null;
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => (press.current = null) };
}
