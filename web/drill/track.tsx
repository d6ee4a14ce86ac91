import { useMemo } from 'preact/hooks';
import { fit, textWidth } from '../../src/topology/fit.ts';
import { useWidth } from '../topology/use-width.ts';
import { type Bar, barsOf, lanesOf } from './lanes.ts';
import type { Pace } from './pace.ts';
import { happened, pause, play, playing, position, seek, shown, step, time } from './player.ts';
import { sentenceAt, since } from './words.ts';

/** Half of the slider's thumb: the track begins and ends there. */
const INSET = 9;
const LANE = 20;
const GAP = 3;
const AXIS = 18;
/** Names of the lanes, left of them. */
const NAMES = { wide: 104, narrow: 68 };

/** The drill from end to end in the replay's own time: a slider, and below it who was down and in which stage. */
export function Track() {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { life, pace } = shown.value!;
  const found = useMemo(() => lanesOf(life), [life]);
  const names = width < 480 ? NAMES.narrow : NAMES.wide;
  return (
    <div class="drill-track" ref={frame}>
      <input
        type="range"
        min={0}
        max={pace.total}
        step="any"
        style={{ marginInlineStart: `${names}px`, width: `${Math.max(40, width - names)}px` }}
        value={position.value}
        aria-label="Time in the drill"
        aria-valuetext={`${since(time.value)} after the fault. ${sentenceAt(life, happened.value)}`}
        onInput={(event) => {
          pause();
          seek(event.currentTarget.valueAsNumber);
        }}
        onKeyDown={onKey}
      />
      {width > 0 && <Lanes found={found} pace={pace} left={names} width={width - names} />}
    </div>
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const keys: Record<string, () => void> = {
    ArrowRight: () => step(1),
    ArrowUp: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => step(-1),
    Home: () => seek(0),
    End: () => seek(Infinity),
  };
  if (event.key === ' ') {
    if (playing.peek()) pause();
    else if (!matchMedia('(prefers-reduced-motion: reduce)').matches) play();
  } else {
    const act = keys[event.key];
    if (act === undefined) return;
    pause();
    act();
  }
  event.preventDefault();
  event.stopPropagation();
}

interface LanesProps {
  readonly found: ReturnType<typeof lanesOf>;
  readonly pace: Pace;
  readonly left: number;
  readonly width: number;
}

function Lanes({ found, pace, left, width }: LanesProps) {
  const { lanes, more } = found;
  const toX = (at: number) => INSET + (at / pace.total) * (width - 2 * INSET);
  const bottom = lanes.length * (LANE + GAP) + (more > 0 ? AXIS : 0);
  const height = bottom + AXIS;
  // All but the cursor stays as it is while the replay plays.
  const still = useMemo(
    () => (
      <>
        {ticksOf(pace, toX, width).map(({ x, text }) => (
          <g key={text}>
            <path class="drill-tick" d={`M${x},0V${bottom + 4}`} />
            <text
              class="drill-tick-text"
              x={x}
              y={height - 3}
              text-anchor={x > width - 40 ? 'end' : x < 30 ? 'start' : 'middle'}
            >
              {text}
            </text>
          </g>
        ))}
        {lanes.map((lane, i) => (
          <g key={`${lane.name} ${lane.kind}`}>
            <path class="drill-lane" d={`M${-left},${i * (LANE + GAP) + LANE - 0.5}H${width - INSET}`} />
            <text class="drill-lane-name" x={-left} y={i * (LANE + GAP) + 14}>
              {fit(lane.name, left - 4, 12)}
            </text>
            {barsOf(lane.bands, pace, toX).map((bar) => (
              <LaneBar
                key={bar.x1}
                {...bar}
                name={lane.name}
                style={lane.kind === 'entry' ? bar.state : lane.kind}
                y={i * (LANE + GAP)}
              />
            ))}
          </g>
        ))}
        {more > 0 && (
          <text
            class="drill-tick-text"
            x={-left}
            y={lanes.length * (LANE + GAP) + 12}
          >{`and ${more} more with stages or waits`}</text>
        )}
      </>
    ),
    [found, pace, left, width],
  );
  return (
    <svg
      class="drill-lanes"
      viewBox={`${-left} 0 ${left + width} ${height}`}
      width={left + width}
      height={height}
      aria-hidden="true"
    >
      {still}
      <path class="drill-cursor" d={`M${toX(position.value)},0V${bottom + 4}`} />
    </svg>
  );
}

function LaneBar({ x1, x2, state, seconds, name, style, y }: Bar & { name: string; style: string; y: number }) {
  return (
    <g>
      <title>{`${name}: ${state}, ${since(seconds)}`}</title>
      <rect class={`drill-band is-${style}`} x={x1} y={y} width={Math.max(1.5, x2 - x1 - 1)} height={LANE - 2} rx={3} />
      {x2 - x1 > 30 && (
        <text class={`drill-band-text is-${style}`} x={x1 + 4} y={y + 13}>
          {fit(state, x2 - x1 - 3, 12)}
        </text>
      )}
    </g>
  );
}

/** Times of beats, as many as have room; the first and the last before all others. */
function ticksOf(
  { beats, length, total }: Pace,
  toX: (at: number) => number,
  width: number,
): { x: number; text: string }[] {
  const all = [
    ...beats.slice(1).map(({ at, time: seconds }) => ({ x: toX(at), text: since(seconds) })),
    { x: toX(total), text: since(length) },
  ];
  const kept: { x: number; text: string }[] = [];
  for (const tick of [all[0], all[all.length - 1], ...all]) {
    const apart = (textWidth(tick.text) + 24) * (width < 480 ? 1.1 : 1);
    if (kept.every((other) => Math.abs(other.x - tick.x) > apart && other.text !== tick.text)) kept.push(tick);
  }
  return kept;
}
