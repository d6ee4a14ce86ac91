import type { Life, LifeIncident } from '../../src/run/life.ts';
import { formatDuration } from '../../src/units/format.ts';
import { dayAndTime } from '../topology/moment-time.ts';
import { cursor, seek, span } from './cursor.ts';
import { pause } from './play.ts';
import { around } from './window.ts';

const MOST = 60;

/** Every incident as a way to get there. */
export function Incidents({ life }: { life: Life }) {
  const { incidents, length } = life;
  const kept = incidents.length <= MOST ? incidents : longest(incidents);
  const go = ({ start, end }: LifeIncident) => {
    pause();
    span.value = around(start, end, length);
    seek(start);
  };
  return (
    <div class="life-incidents">
      <h3>
        {incidents.length > MOST
          ? `The ${MOST} longest of ${incidents.length.toLocaleString('en-US')} incidents`
          : 'Incidents'}
      </h3>
      {incidents.length === 0 ? (
        <p class="muted">None in this year.</p>
      ) : (
        <ol>
          {kept.map((incident) => (
            <li key={incident.start}>
              <button
                type="button"
                title={incident.cause}
                aria-current={cursor.value >= incident.start && cursor.value < incident.end ? 'time' : undefined}
                onClick={() => go(incident)}
              >
                <span class="log-time">{dayAndTime(incident.start)}</span>
                <b>{formatDuration(incident.end - incident.start)}</b>
                <span class="log-text">
                  {incident.cause}
                  {incident.end === length ? ', not over when the year ends' : ''}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function longest(incidents: readonly LifeIncident[]): LifeIncident[] {
  return [...incidents]
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, MOST)
    .sort((a, b) => a.start - b.start);
}
