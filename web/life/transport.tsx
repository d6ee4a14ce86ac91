import { useMedia } from '../topology/use-width.ts';
import { dayAndTime } from '../topology/moment-time.ts';
import { life } from './choice.ts';
import { cursor, span, step, stepIncident } from './cursor.ts';
import { pause, play, playing, speed, SPEEDS } from './play.ts';
import { zoomed } from './window.ts';
import { IconButton } from '../parts/icon-button.tsx';

/** Stepping, playing and zooming with buttons; the keys are those of the timeline. */
export function Transport() {
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const length = life.value?.length ?? 1;
  const isWhole = span.value.to - span.value.from >= length * 0.999;
  const zoom = (factor: number) => (span.value = zoomed(span.value, factor, cursor.value, length));
  const stepped = (go: () => void) => () => {
    pause();
    go();
  };
  return (
    <div class="life-transport" role="group" aria-label="Move through the year">
      <output class="life-clock" aria-label="Time">
        {dayAndTime(cursor.value)}
      </output>
      <div class="button-group">
        <IconButton
          class="life-icon"
          name="Previous incident"
          path="M4,3v10M13,3L6,8L13,13z"
          onClick={stepped(() => stepIncident(-1))}
        />
        <IconButton class="life-icon" name="Previous event" path="M11,3L4,8L11,13z" onClick={stepped(() => step(-1))} />
        {!isStill && (
          <IconButton
            class="life-icon"
            name={playing.value ? 'Pause' : 'Play'}
            path={playing.value ? 'M5,3v10M11,3v10' : 'M4,2L14,8L4,14z'}
            onClick={playing.value ? pause : play}
          />
        )}
        <IconButton class="life-icon" name="Next event" path="M5,3L12,8L5,13z" onClick={stepped(() => step(1))} />
        <IconButton
          class="life-icon"
          name="Next incident"
          path="M12,3v10M3,3L10,8L3,13z"
          onClick={stepped(() => stepIncident(1))}
        />
      </div>
      {!isStill && (
        <select
          aria-label="Speed"
          value={speed.value}
          onChange={(event) => (speed.value = Number(event.currentTarget.value))}
        >
          {SPEEDS.map(({ name }, i) => (
            <option key={name} value={i}>
              {name}
            </option>
          ))}
        </select>
      )}
      <div class="button-group life-zoom">
        <IconButton class="life-icon" name="Zoom out" path="M3,8h10" onClick={() => zoom(2)} isDisabled={isWhole} />
        <IconButton class="life-icon" name="Zoom in" path="M3,8h10M8,3v10" onClick={() => zoom(0.5)} />
        <button type="button" class="button" disabled={isWhole} onClick={() => (span.value = { from: 0, to: length })}>
          Whole year
        </button>
      </div>
    </div>
  );
}
