import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Life, LifeEvent } from '../../src/run/life.ts';
import { useMedia } from '../topology/use-width.ts';

const ROWS_SEEN = 9;
const ROWS_BEYOND = 8;

/** What the log follows, and where it leads. */
export interface LogCursor {
  /** Events that have happened. */
  readonly happened: ReadonlySignal<number>;
  /** A person goes to an event. */
  goTo(index: number): void;
  /** … or to the next instant, or the one before. */
  step(direction: 1 | -1): void;
  /** A time as it stands beside an event. */
  clock(time: number): string;
  /** Said where there are no events. */
  readonly nothing: string;
}

/** All events; only those in sight are in the document. Follows the cursor, and a click seeks. */
export function Log({ life, cursor }: { readonly life: Pick<Life, 'events'>; readonly cursor: LogCursor }) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  const row = useMedia('(pointer: coarse)') ? 44 : 30;
  const { events } = life;
  const current = cursor.happened.value - 1;
  const height = Math.min(events.length, ROWS_SEEN) * row;
  const first = Math.max(0, Math.floor(top / row) - ROWS_BEYOND);
  const last = Math.min(events.length, Math.ceil((top + height) / row) + ROWS_BEYOND);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const y = Math.max(0, current) * row;
    if (y >= element.scrollTop && y + row <= element.scrollTop + height) return;
    element.scrollTop = Math.max(0, y - height / 2 + row / 2);
    setTop(element.scrollTop);
  }, [current, row, height, life]);

  const go = (direction: 1 | -1) => {
    cursor.step(direction);
    // The row that is current now may be a new element.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLButtonElement>('[aria-current]')?.focus({ preventScroll: true }),
    );
  };
  if (events.length === 0) return <p class="muted">{cursor.nothing}</p>;
  const inSight = (index: number) => index >= first && index < last;
  const stop = inSight(current) ? current : first;
  return (
    <ol
      ref={list}
      class="life-log"
      aria-label={`${events.length.toLocaleString('en-US')} events`}
      style={{ height: `${height}px` }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        go(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {first > 0 && <li aria-hidden="true" style={{ height: `${first * row}px` }} />}
      {events.slice(first, last).map((event, i) => {
        const index = first + i;
        return (
          <li key={index} aria-setsize={events.length} aria-posinset={index + 1}>
            <button
              type="button"
              style={{ height: `${row}px` }}
              class={index === current ? 'is-current' : index < current ? 'is-past' : 'is-future'}
              aria-current={index === current ? 'time' : undefined}
              tabIndex={index === stop ? 0 : -1}
              onClick={() => cursor.goTo(index)}
            >
              <span class="log-time">{cursor.clock(event.time)}</span>
              <Mark event={event} />
              <span class="log-text">{event.text}</span>
            </button>
          </li>
        );
      })}
      {last < events.length && <li aria-hidden="true" style={{ height: `${(events.length - last) * row}px` }} />}
    </ol>
  );
}

/** Down, up, less than all, or a step of a failover or of a repair. */
function Mark({ event: { kind, state } }: { event: LifeEvent }) {
  const shape =
    kind === 'stage' || kind === 'wait'
      ? 'stage'
      : state === 'down'
        ? 'down'
        : state === 'degraded'
          ? 'degraded'
          : 'up';
  const d = {
    down: 'M2,3h8l-4,7z',
    up: 'M2,9h8l-4,-7z',
    degraded: 'M2,3h8M2,6h8M2,9h8',
    stage: 'M6,2l4,4l-4,4l-4,-4z',
  }[shape];
  return (
    <svg class={`log-mark is-${shape}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
