import { useId } from 'preact/hooks';
import { Explain } from '../explain/index.ts';
import { first } from './choice.ts';
import { canSolve, chooseGoal, goal, isCurrent, solve, solvedText, startSolve, stopSolve } from './solve.ts';

/** Looks for the value at which a goal turns. */
export function SolveForm() {
  const id = useId();
  if (first.value === null || !canSolve.value) return null;
  const { name, range } = first.value;
  return (
    <form
      class="sweep-solve"
      onSubmit={(event) => {
        event.preventDefault();
        startSolve();
      }}
    >
      <div class="field">
        <label for={id}>
          Up to where along {name}, from {range.from} to {range.to}, does this hold?
          <Explain figure="solve" report={null} />
        </label>
        <span class="row">
          <input
            id={id}
            class="input sweep-goal"
            type="text"
            autoComplete="off"
            spellcheck={false}
            value={goal.value}
            onChange={(event) => chooseGoal(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            Find out
          </button>
          {solve.value?.state === 'running' && (
            <button type="button" class="button button-quiet" onClick={stopSolve}>
              Stop
            </button>
          )}
        </span>
      </div>
      <Found />
    </form>
  );
}

function Found() {
  const found = solve.value;
  if (found === null || !isCurrent.value) return null;
  const tried = found.report?.points.length ?? 0;
  if (found.problem !== '') {
    return (
      <p class="field-error" role="alert">
        {found.problem}
      </p>
    );
  }
  return (
    <p class={found.state === 'running' ? 'small muted' : 'sweep-found'} role="status">
      {found.state === 'running'
        ? `Looking: ${tried} ${tried === 1 ? 'value' : 'values'} tried.`
        : found.report === null
          ? 'Stopped before the first value.'
          : solvedText(found.report)}
    </p>
  );
}
