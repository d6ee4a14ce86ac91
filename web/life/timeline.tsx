import { useMemo, useRef } from 'preact/hooks';
import type { Life } from '../../src/run/life.ts';
import { dayAndTime } from '../topology/moment-time.ts';
import { fit } from '../../src/topology/fit.ts';
import { ticksOf } from './axis.ts';
import { bandsPath, type Scale, toTime, toX } from './bands.ts';
import { cursor, seek, span, step, stepIncident } from './cursor.ts';
import type { Lane, Row } from './lanes.ts';
import { pause, play, playing } from './play.ts';
import { zoomed } from './window.ts';

const AXIS = 36;
const HEIGHTS = { entry: 38, service: 24, link: 22, wait: 18, domain: 22, member: 20 } as const;
const heightOf = (lane: Lane) => HEIGHTS[lane.kind];

/** Swim lanes over time with a cursor that seeks, and below them what has none. */
export function Timeline({ life, rows: all, width }: { life: Life; rows: readonly Row[]; width: number }) {
  const rows = useMemo(() => all.filter((row) => row.type === 'lane'), [all]);
  const labels = width < 560 ? 98 : 168;
  const tops = useMemo(() => {
    let y = AXIS;
    return rows.map((row) => (y += heightOf(row)) - heightOf(row));
  }, [rows]);
  const height = AXIS + rows.reduce((sum, row) => sum + heightOf(row), 0) + 4;
  const { from, to } = span.value;
  const scale = useMemo<Scale>(() => ({ from, to, width: Math.max(10, width - labels) }), [from, to, width, labels]);
  return (
    <>
      <svg class="life-timeline" width={width} height={height} role="group" aria-label="Swim lanes: what happened when">
        <defs>
          <pattern id="life-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch-ground" width="5" height="5" />
            <rect class="hatch-line" width="2.4" height="5" />
          </pattern>
        </defs>
        <svg x={labels} width={scale.width} height={height} class="life-lanes">
          <Axis scale={scale} height={height} />
          <Lanes rows={rows} tops={tops} scale={scale} />
        </svg>
        <Labels rows={rows} tops={tops} width={labels} />
        <Cursor scale={scale} left={labels} height={height} life={life} />
      </svg>
      <Folds rows={all} />
    </>
  );
}

function Folds({ rows }: { rows: readonly Row[] }) {
  const folds = rows.filter((row) => row.type === 'fold');
  return folds.length === 0 ? null : (
    <ul class="life-folds">
      {folds.map(({ key, place, text }) => (
        <li key={key}>{place === '' ? text : `${place}: ${text}`}</li>
      ))}
    </ul>
  );
}

function Labels({ rows, tops, width }: { rows: readonly Lane[]; tops: readonly number[]; width: number }) {
  const indent = width < 120 ? 6 : 12;
  return (
    <g>
      {rows.map((row, i) => {
        const middle = tops[i] + heightOf(row) / 2 + 4;
        const x = row.depth * indent;
        return (
          <text key={row.key} class={`lane-name is-${row.kind}`} x={x} y={middle}>
            <title>{row.name}</title>
            {fit(row.name, width - x - 8, HEIGHTS[row.kind] < 22 ? 12 : 13)}
          </text>
        );
      })}
    </g>
  );
}

function Axis({ scale, height }: { scale: Scale; height: number }) {
  const ticks = useMemo(() => ticksOf(scale), [scale]);
  return (
    <g class="life-axis" aria-hidden="true">
      {ticks.map(({ time, x, label }) => (
        <g key={time}>
          <path d={`M${x},${AXIS - 16}V${height}`} />
          {x < scale.width - 30 && (
            <text x={x + 3} y={AXIS - 7}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** A path for each state of each lane; drawn anew only when the part of the year changes. */
function Lanes({ rows, tops, scale }: { rows: readonly Lane[]; tops: readonly number[]; scale: Scale }) {
  return useMemo(
    () => (
      <g>
        {rows.map((row, i) => (
          <LaneBands key={row.key} lane={row} y={tops[i]} scale={scale} />
        ))}
      </g>
    ),
    [rows, tops, scale],
  );
}

function LaneBands({ lane, y, scale }: { lane: Lane; y: number; scale: Scale }) {
  const height = HEIGHTS[lane.kind] - 6;
  const base = y + 3 + height;
  if (lane.kind === 'wait')
    return (
      <g class="lane is-wait">
        <path class="band is-wait" d={bandsPath(lane.under, scale, base - height + 2, height - 4)} />
      </g>
    );
  const of = (state: string) => lane.bands.filter((band) => band.state === state);
  const isService = lane.kind === 'entry' || lane.kind === 'service';
  return (
    <g class={`lane is-${lane.kind}`}>
      <path class="lane-up" d={`M0,${base}H${scale.width}`} />
      {lane.under.length > 0 && (
        <path class={isService ? 'band is-stage' : 'band is-active'} d={bandsPath(lane.under, scale, base - 3, 3, 1)} />
      )}
      {isService && (
        <path class="band is-degraded" d={bandsPath(of('degraded'), scale, base - height * 0.5, height * 0.5)} />
      )}
      <path
        class="band is-down"
        d={bandsPath(of('down'), scale, base - height * (isService ? 0.8 : 1), height * (isService ? 0.8 : 1))}
      />
      {isService && <path class="band is-out" d={bandsPath(of('out'), scale, base - height, height)} />}
    </g>
  );
}

/** The time that is looked at: drag it, click anywhere, or use the keys. */
function Cursor({ scale, left, height, life }: { scale: Scale; left: number; height: number; life: Life }) {
  const area = useRef<SVGRectElement>(null);
  const slider = useRef<SVGGElement>(null);
  const isDragged = useRef(false);
  const wanted = left + toX(scale, cursor.value);
  // Out of sight it waits, faint, at the edge: it can still have the focus and be dragged.
  const x = Math.min(left + scale.width, Math.max(left, wanted));
  const isShown = Math.abs(x - wanted) < 0.5;
  const toCursor = (event: PointerEvent) => {
    pause();
    const at = event.clientX - area.current!.getBoundingClientRect().left;
    seek(toTime(scale, Math.min(scale.width, Math.max(0, at))));
  };
  return (
    <g
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0) return;
        isDragged.current = true;
        area.current!.setPointerCapture(event.pointerId);
        slider.current?.focus({ preventScroll: true });
        toCursor(event);
        event.preventDefault();
      }}
      onPointerMove={(event: PointerEvent) => isDragged.current && toCursor(event)}
      onPointerUp={() => (isDragged.current = false)}
      onPointerCancel={() => (isDragged.current = false)}
    >
      <rect ref={area} class="life-area" x={left} y={0} width={scale.width} height={height} />
      <g
        ref={slider}
        class="life-cursor"
        role="slider"
        tabindex={0}
        aria-label="Time in the year"
        aria-valuemin={0}
        aria-valuemax={Math.round(life.length)}
        aria-valuenow={Math.round(cursor.value)}
        aria-valuetext={dayAndTime(cursor.value)}
        aria-keyshortcuts="ArrowLeft ArrowRight PageUp PageDown Home End + - 0"
        onKeyDown={(event: KeyboardEvent) => onKey(event, life)}
      >
        {isShown && <path class="life-cursor-line" d={`M${x},14V${height}`} />}
        <path
          class={isShown ? 'life-cursor-handle' : 'life-cursor-handle is-away'}
          d={`M${x - 6},4h12v6l-6,6l-6,-6z`}
        />
        <rect class="focus-ring" x={x - 11} y={0.5} width={22} height={20} rx={4} />
      </g>
    </g>
  );
}

function onKey(event: KeyboardEvent, { length }: Life): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const zoom = (factor: number) => (span.value = zoomed(span.value, factor, cursor.peek(), length));
  const keys: Record<string, () => unknown> = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => stepIncident(1),
    PageUp: () => stepIncident(-1),
    Home: () => seek(0),
    End: () => seek(length),
    '+': () => zoom(0.5),
    '=': () => zoom(0.5),
    '-': () => zoom(2),
    '0': () => (span.value = { from: 0, to: length }),
  };
  if (event.key === ' ') {
    if (playing.peek()) pause();
    else if (!matchMedia('(prefers-reduced-motion: reduce)').matches) play();
  } else {
    const act = keys[event.key];
    if (!act) return;
    pause();
    act();
  }
  event.preventDefault();
  event.stopPropagation();
}
