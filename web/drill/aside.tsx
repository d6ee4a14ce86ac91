import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ExperimentLife } from '../../src/run/experiment-life.ts';
import { formatDuration } from '../../src/units/format.ts';
import { Log, type LogCursor } from '../life/log.tsx';
import '../life/life.css';
import { STAGE_WORDS } from '../../src/plots/data/stages.ts';
import { VerdictMark } from '../results/verdict-mark.tsx';
import { drilling } from '../state/store.ts';
import { happened, pause, seek, shown, step } from './player.ts';
import type { Pace } from './pace.ts';
import { type Measured, rowOfOnce } from './row.ts';
import { Sides } from './sides.tsx';
import { since, stageParts } from './words.ts';
import './drill.css';

/** Beside the topology: the event log and what this run came to. */
export function DrillAside() {
  const seen = shown.value;
  if (seen === null) return null;
  return (
    <div class="drill-aside-part">
      <Sides />
      <section aria-labelledby="drill-log-title">
        <h3 id="drill-log-title">Events</h3>
        <div class="life drill-log">
          <Log life={seen.life} cursor={cursorIn(seen)} />
        </div>
        {seen.life.truncated && <p class="muted small">More happened than is kept.</p>}
      </section>
      <WhatFollowed life={seen.life} />
    </div>
  );
}

function cursorIn({
  life: { events },
  pace: { beats },
}: {
  readonly life: ExperimentLife;
  readonly pace: Pace;
}): LogCursor {
  return {
    happened,
    goTo(index) {
      pause();
      seek(beats.find(({ time }) => time >= events[index].time)?.at ?? 0);
    },
    step,
    clock: since,
    nothing: 'Nothing happened.',
  };
}

/** The drill's row, upright, and the stages of its recovery. */
function WhatFollowed({ life }: { readonly life: ExperimentLife }) {
  const ask = drilling.value;
  const row = useMemo(() => (ask ? rowOfOnce('', life.result, life.goals) : null), [ask, life]);
  if (row === null) return null;
  return (
    <section aria-labelledby="drill-outcome-title">
      <h3 id="drill-outcome-title">What came of it</h3>
      <dl class="drill-outcome">
        <Pair name="Noticed">{row.noticed}</Pair>
        <Pair name="Recovered">{row.recovered}</Pair>
        <Pair name="Recovery time">
          <Time {...row.recovery} />
        </Pair>
        <Pair name="Data loss">
          <Time {...row.loss} />
        </Pair>
        <Pair name="Verdict">
          {row.verdict === null ? <span class="muted">no target</span> : <VerdictMark verdict={row.verdict} />}
        </Pair>
      </dl>
      <Stages life={life} />
    </section>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Time({ values, target }: Measured) {
  return (
    <>
      {values.join(', ')}
      {target.length > 0 && <span class="muted small"> {target.join(', ')}</span>}
    </>
  );
}

/** The stages of the recovery time as one strip, and in figures. */
function Stages({ life: { result } }: { readonly life: ExperimentLife }) {
  const parts = stageParts(result.stages);
  if (parts.length === 0) return null;
  return (
    <div class="drill-stages">
      <h4>Where the recovery time went</h4>
      <div class="drill-strip" aria-hidden="true">
        {parts.map(({ name, share }) => (
          <span key={name} class={`is-${name}`} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul>
        {parts.map(({ name, seconds }) => (
          <li key={name}>
            <span class={`drill-swatch is-${name}`} aria-hidden="true" />
            {STAGE_WORDS[name].name} <b>{formatDuration(seconds)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
