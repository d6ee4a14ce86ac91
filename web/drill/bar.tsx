import { useEffect } from 'preact/hooks';
import { drilling, model } from '../state/store.ts';
import { useMedia } from '../topology/use-width.ts';
import { again, bringIntoView, failure, finish, loading, run, RUNS } from './choice.ts';
import { beat, happened, isAtEnd, pause, play, playing, position, seek, shown, speed, step, time } from './player.ts';
import { hurryAt } from './pace.ts';
import { Track } from './track.tsx';
import { askWords, experimentWords, sentenceAt, since } from './words.ts';
import './drill.css';
import { IconButton } from '../parts/icon-button.tsx';

const SPEEDS = [0.5, 1, 2, 5, 20];

/**
 * Above the topology: what is broken, from end to end; and what goes on, with the replay's buttons, always in sight.
 */
export function DrillBar() {
  const ask = drilling.value;
  const isShown = shown.value !== null;
  useEffect(() => {
    if (isShown) bringIntoView();
  }, [isShown]);
  if (ask === null) return null;
  const found = model.value;
  if (found === null) return null;
  const does = 'experiment' in ask ? experimentWords(found, ask.experiment) : '';
  return (
    <>
      <div class="drill-bar" role="group" aria-label="Drill">
        <div class="drill-head">
          <p class="drill-what">
            <b>{askWords(ask, found)}</b>
            {does !== '' && <span class="muted"> {does}</span>}
          </p>
          <div class="drill-buttons">
            <RunNumber />
            <button type="button" class="button button-quiet" onClick={finish}>
              End the drill
            </button>
          </div>
        </div>
        <p class="drill-status" role="status">
          {failure.value || (loading.value && shown.value === null ? 'Breaking it…' : '')}
        </p>
        {isShown && (
          <div class={loading.value ? 'is-old' : ''} aria-busy={loading.value}>
            <Track />
          </div>
        )}
      </div>
      {isShown && (
        <div class="drill-stick">
          <Transport />
          <Now />
        </div>
      )}
    </>
  );
}

/** What goes on, for eyes and for screen readers; it changes with the stages, not with the clock. */
function Now() {
  const { life } = shown.value!;
  return (
    <p class="drill-now" role="status" aria-live="polite">
      {sentenceAt(life, happened.value)}
    </p>
  );
}

function RunNumber() {
  return (
    <div class="drill-run button-group" role="group" aria-label="Run">
      <button
        type="button"
        class="button button-icon"
        aria-label="The run before"
        title="The run before"
        disabled={run.value === 0}
        onClick={() => run.value--}
      >
        ‹
      </button>
      <span class="drill-run-number">
        run {(run.value + 1).toLocaleString('en-US')} of {RUNS.toLocaleString('en-US')}
      </span>
      <button
        type="button"
        class="button button-icon"
        aria-label="Another run"
        title="Another run"
        disabled={run.value === RUNS - 1}
        onClick={again}
      >
        ›
      </button>
    </div>
  );
}

function Transport() {
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const isStart = beat.value === 0;
  return (
    <div class="drill-transport" role="group" aria-label="Move through the drill">
      <div class="button-group">
        <IconButton
          class="drill-icon"
          name="To the beginning"
          path="M4,3v10M13,3L6,8L13,13z"
          isDisabled={isStart}
          onClick={() => {
            pause();
            seek(0);
          }}
        />
        <IconButton
          class="drill-icon"
          name="Previous event"
          path="M11,3L4,8L11,13z"
          isDisabled={isStart}
          onClick={() => step(-1)}
        />
        {!isStill && (
          <IconButton
            class="drill-icon"
            name={playing.value ? 'Pause' : 'Play'}
            path={playing.value ? 'M5,3v10M11,3v10' : 'M4,2L14,8L4,14z'}
            onClick={playing.value ? pause : play}
          />
        )}
        <IconButton
          class="drill-icon"
          name="Next event"
          path="M5,3L12,8L5,13z"
          isDisabled={isAtEnd()}
          onClick={() => step(1)}
        />
      </div>
      <Clock />
      {!isStill && (
        <label class="drill-speed">
          <span class="muted small">Speed</span>
          <select value={speed.value} onChange={(event) => (speed.value = Number(event.currentTarget.value))}>
            {SPEEDS.map((times) => (
              <option key={times} value={times}>
                {times === 0.5 ? '½' : times}×
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** Time in the drill, and how much faster than in life it passes now. */
function Clock() {
  const { pace } = shown.value!;
  const hurry = hurryAt(pace, position.value) * speed.value;
  return (
    <p class="drill-clock">
      <output aria-label="Time since the fault" aria-live="off">
        {beat.value === 0 ? 'before' : since(time.value)}
      </output>
      <span class="muted small">
        {isAtEnd() ? 'the run is over' : hurry > 1.5 ? `time passes ${rounded(hurry)} times as fast` : ''}
      </span>
    </p>
  );
}

const rounded = (factor: number) => Number(factor.toPrecision(factor < 10 ? 1 : 2)).toLocaleString('en-US');
