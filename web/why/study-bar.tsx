import { counted } from '../../src/plots/data/text.ts';
import { reading, text } from '../state/store.ts';
import { ask, isOld, stop, type StudyKind, studies } from './state.ts';

interface StudyBarProps {
  readonly kind: StudyKind;
  /** What the button says before anything is known. */
  readonly start: string;
  /** What will be done, beside that button. */
  readonly what: string;
}

/** Starts, watches and stops a study; says when its figures are of an older model. */
export function StudyBar({ kind, start, what }: StudyBarProps) {
  const { state, found, problem } = studies[kind].value;
  const old = isOld[kind].value;
  const isBroken = reading.value?.text === text.value && reading.value.model === null;
  const button = (words: string) => (
    <button type="button" class="button no-print" disabled={isBroken} onClick={() => ask(kind)}>
      {words}
    </button>
  );
  return (
    <div class="why-bar">
      {state === 'running' ? (
        <>
          <Progress kind={kind} />
          <button type="button" class="button button-quiet no-print" onClick={() => stop(kind)}>
            Stop
          </button>
        </>
      ) : found === null ? (
        button(start)
      ) : old || state === 'stopped' ? (
        button('Do it again')
      ) : null}
      <p class="small muted" role="status">
        {state === 'running' ? (
          ''
        ) : found === null ? (
          isBroken ? (
            'The model has errors: nothing can be simulated.'
          ) : (
            what
          )
        ) : (
          <Standing kind={kind} />
        )}
      </p>
      {old && found !== null && (
        <p class="why-warning">
          <span class="badge">stale</span>{' '}
          {state === 'running'
            ? 'These figures are of the version before; newer ones are on their way.'
            : isBroken
              ? 'The model has errors: these figures are of the last version without.'
              : 'The model has changed: these figures are of the version before.'}
        </p>
      )}
      {problem !== '' && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Progress({ kind }: { readonly kind: StudyKind }) {
  const { found, foundOf, subject } = studies[kind].value;
  const figures = foundOf === subject ? found : null;
  const sensitivity = figures?.sensitivity ?? null;
  const [done, all] =
    kind === 'tornado' && sensitivity !== null && sensitivity.asked > 0
      ? [sensitivity.inputs.length, sensitivity.asked]
      : [0, 0];
  return (
    <>
      {all > 0 ? (
        <progress max={all} value={done} aria-label="Inputs varied" />
      ) : (
        <progress aria-label={kind === 'gap' ? 'Working out the gap' : 'Simulating the model as it is'} />
      )}
      <span class="small muted">
        {all > 0
          ? `${done} of ${all} inputs`
          : figures === null
            ? 'Simulating.'
            : `${counted(figures.report.run.years, 'year')} so far`}
      </span>
    </>
  );
}

/** What is there, once nothing is under way. */
function Standing({ kind }: { readonly kind: StudyKind }) {
  const { state, found } = studies[kind].value;
  if (found === null) return null;
  const stopped = state === 'stopped' ? 'Stopped; what is finished counts. ' : '';
  const { sensitivity } = found;
  if (kind === 'gap' || sensitivity === null)
    return <>{`${stopped}${counted(found.report.run.years, 'year')} for each step.`}</>;
  if (sensitivity.inputs.length < sensitivity.asked)
    return (
      <>
        {`${stopped}${sensitivity.inputs.length} of ${sensitivity.asked} inputs, those that matter most; ` +
          `${counted(sensitivity.years, 'year')} for each.`}
      </>
    );
  return (
    <>{`${stopped}${counted(sensitivity.inputs.length, 'input')}, ${counted(sensitivity.years, 'year')} for each.`}</>
  );
}
