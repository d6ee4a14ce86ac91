import { limitSentence } from '../../src/report/limit.ts';
import { model, text } from '../state/store.ts';
import { limits, startLimits, stopLimits } from './limit.ts';

/** What fleets survive a zone at the busiest hour, and which load; nothing where nothing has a load. */
export function LimitSection() {
  if (model.value === null || model.value.services.every(({ load }) => load === null)) return null;
  const found = limits.value;
  return (
    <section class="sweep-part" aria-labelledby="limit-title">
      <h2 class="title" id="limit-title">
        My limit
      </h2>
      <p class="prose muted small">
        The smallest fleet that survives the loss of a zone at the busiest hour, and the highest load at which the one
        that is there does: what crashes under the rest of it included.
      </p>
      <div class="row">
        <button type="button" class="button button-primary" onClick={startLimits}>
          Find my limit
        </button>
        {found?.state === 'running' && (
          <button type="button" class="button button-quiet" onClick={stopLimits}>
            Stop
          </button>
        )}
      </div>
      <Found />
    </section>
  );
}

function Found() {
  const found = limits.value;
  if (found === null) return null;
  if (found.text !== text.value) return <p class="small muted">The model is another by now.</p>;
  if (found.problem !== '') {
    return (
      <p class="field-error" role="alert">
        {found.problem}
      </p>
    );
  }
  const said = (found.report?.limits ?? []).map(limitSentence).filter((sentence) => sentence !== '');
  return (
    <div role="status">
      {said.map((sentence) => (
        <p key={sentence} class="sweep-found">
          {sentence}
        </p>
      ))}
      {found.state === 'running' && <p class="small muted">Looking, one zone after the other.</p>}
      {found.state === 'over' && said.length === 0 && <p class="small muted">Stopped before the first was found.</p>}
    </div>
  );
}
