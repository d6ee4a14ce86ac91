import { drilling, model } from '../state/store.ts';
import { BreakAnything } from './break-form.tsx';
import { begin } from './choice.ts';
import './drill.css';
import { Many } from './many.tsx';
import { stepsWords } from './words.ts';

/** What can be broken, and of what is broken the distributions; the replay itself is with the topology. */
export function DrillView() {
  const shown = model.value;
  if (shown === null) return <p class="waiting">There is no model yet.</p>;
  const isOn = drilling.value !== null;
  return (
    <div class="drill">
      {isOn ? (
        <Many />
      ) : (
        <p class="prose muted">
          Choose a domain, a member, a service or a link on the topology and break it, or begin here: once in slow
          motion, and ten thousand times.
        </p>
      )}
      <section aria-labelledby="drill-break-title">
        <h3 id="drill-break-title">{isOn ? 'Break something else' : 'Break something'}</h3>
        <BreakAnything model={shown} />
      </section>
      <section aria-labelledby="drill-own-title">
        <h3 id="drill-own-title">The model’s own experiments</h3>
        {shown.experiments.length === 0 ? (
          <p class="prose muted">
            It has none. Give it some: <code>{'experiments: { kill-primary: { fail: db.active } }'}</code>
          </p>
        ) : (
          <ul class="drill-experiments">
            {shown.experiments.map(({ name, steps }) => (
              <li key={name}>
                <button
                  type="button"
                  class="button"
                  aria-label={`Run ${name}`}
                  aria-pressed={isRunning(name)}
                  onClick={() => begin({ experiment: name })}
                >
                  Run
                </button>
                <span>
                  <b>{name}</b> <span class="muted">{stepsWords(steps)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function isRunning(name: string): boolean {
  const ask = drilling.value;
  return ask !== null && 'experiment' in ask && ask.experiment === name;
}
