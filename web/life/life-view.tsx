import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Life } from '../../src/run/life.ts';
import { useWidth } from '../topology/use-width.ts';
import type { Bands } from './bands.ts';
import { Budget } from './budget.tsx';
import { drawn, followChoice, loading } from './choice.ts';
import { Controls } from './controls.tsx';
import { dayAndTime } from '../topology/moment-time.ts';
import { happened, letGo, seek, step } from './cursor.ts';
import { Incidents } from './incidents.tsx';
import type { Row } from './lanes.ts';
import './life.css';
import { Loads } from './loads.tsx';
import { Log, type LogCursor } from './log.tsx';
import { Overview } from './overview.tsx';
import { pause } from './play.ts';
import { Timeline } from './timeline.tsx';
import { Transport } from './transport.tsx';
import { summary } from './words.ts';

/** One simulated year, event by event; the topology shows the time sought. */
export function LifeView() {
  useEffect(() => {
    const stop = followChoice();
    return () => {
      stop();
      pause();
      letGo();
    };
  }, []);
  return (
    <div class="life">
      <Controls />
      {drawn.value && <Year {...drawn.value} />}
    </div>
  );
}

function Year({ life: shown, bands, rows }: { life: Life; bands: Bands; rows: readonly Row[] }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  return (
    <div class={loading.value ? 'life-year-view is-old' : 'life-year-view'} aria-busy={loading.value}>
      <p class="life-summary">{summary(shown)}</p>
      <Transport />
      <div ref={frame} class="life-frame">
        {width > 0 && (
          <>
            <Overview life={shown} bands={bands} width={width} />
            <Timeline life={shown} rows={rows} width={width} />
          </>
        )}
      </div>
      <Key waits={rows.some((row) => row.type === 'lane' && row.kind === 'wait')} />
      <Budget life={shown} />
      <Loads life={shown} />
      <div class="life-lists">
        <Incidents life={shown} />
        <div>
          <h3>Events</h3>
          <Log life={shown} cursor={cursorIn(shown)} />
        </div>
      </div>
    </div>
  );
}

function cursorIn({ events }: Life): LogCursor {
  return {
    happened,
    goTo(index) {
      pause();
      seek(events[index].time);
    },
    step(direction) {
      pause();
      step(direction);
    },
    clock: dayAndTime,
    nothing: 'Nothing happened in this year.',
  };
}

function Key({ waits }: { readonly waits: boolean }) {
  return (
    <ul class="life-key" aria-label="Legend">
      <Entry name="up">
        <path class="lane-up" d="M0,13H24" />
      </Entry>
      <Entry name="degraded">
        <rect class="band is-degraded" y={6} width={24} height={7} />
      </Entry>
      <Entry name="down, answering some">
        <rect class="band is-down" y={3} width={24} height={10} />
      </Entry>
      <Entry name="out, answering nothing">
        <rect class="band is-out" y={0} width={24} height={13} />
      </Entry>
      <Entry name="failing over">
        <rect class="band is-stage" y={10} width={24} height={3} />
      </Entry>
      {waits && (
        <Entry name="something waits for it">
          <rect class="band is-wait" y={3} width={24} height={8} />
        </Entry>
      )}
      <Entry name="active, leads">
        <rect class="band is-active" y={10} width={24} height={3} />
      </Entry>
    </ul>
  );
}

function Entry({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <li>
      <svg width="24" height="14" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
