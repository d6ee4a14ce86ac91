import { useId } from 'preact/hooks';
import { FrontierPlot } from '../../src/plots/frontier-plot.tsx';
import { outcomeSentence } from '../../src/plots/data/frontier.ts';
import { capitalised } from '../../src/report/text.ts';
import { whole } from '../../src/units/figure.ts';
import { formatNumber, formatPercent } from '../../src/units/format.ts';
import { Explain } from '../explain/index.ts';
import { CandidateTable } from './candidate-table.tsx';
import {
  chooseCandidate,
  chooseGoals,
  chooseList,
  count,
  fault,
  goals,
  isStale,
  lists,
  search,
  startSearch,
  stopSearch,
} from './frontier.ts';

/** The form, what came of it, the picture and the candidates. */
export function FrontierSection() {
  const found = search.value;
  return (
    <>
      <p class="prose muted small">
        Every combination of these values is a candidate. The search spends its years where it is still open which one
        is the cheapest in total, losses included, of those that keep to the goals.
      </p>
      <form
        class="sweep-form"
        onSubmit={(event) => {
          event.preventDefault();
          startSearch();
        }}
      >
        <Lists />
        <Goals />
        <div class="row">
          <button type="submit" class="button button-primary" disabled={fault.value !== ''}>
            Search {fault.value === '' ? `${formatNumber(count.value)} candidates` : ''}
          </button>
          {found?.state === 'running' && <Progress />}
        </div>
        {fault.value !== '' && <p class="field-error">{fault.value}</p>}
      </form>
      {found !== null && <Found />}
    </>
  );
}

function Lists() {
  const id = useId();
  return (
    <fieldset class="frontier-lists">
      <legend class="small muted">Vary</legend>
      {lists.value.map(({ name, isOn, list }, i) => (
        <div key={name} class="frontier-list">
          <label class="switch">
            <input
              type="checkbox"
              checked={isOn}
              onChange={(event) => chooseList(name, { isOn: event.currentTarget.checked })}
            />
            <span class="frontier-name">{name}</span>
          </label>
          <label class="visually-hidden" for={`${id}-${i}`}>
            Values of {name}, separated by commas
          </label>
          <input
            id={`${id}-${i}`}
            class="input"
            type="text"
            autoComplete="off"
            spellcheck={false}
            disabled={!isOn}
            value={list}
            onInput={(event) => chooseList(name, { list: event.currentTarget.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Goals() {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>Goals, one a line, such as availability &gt;= 99.95%</label>
      <textarea
        id={id}
        class="input frontier-goals"
        rows={Math.max(2, goals.value.split('\n').length)}
        spellcheck={false}
        value={goals.value}
        onInput={(event) => chooseGoals(event.currentTarget.value)}
      />
    </div>
  );
}

function Progress() {
  const report = search.value?.report;
  const open = report?.candidates.filter(({ state }) => state === 'undecided').length;
  return (
    <span class="sweep-progress">
      <span class="muted small" role="status">
        {report === null || report === undefined
          ? 'Reading the candidates.'
          : `${open} of ${report.candidates.length} still open, ${whole(report.spent.years)} years.`}
      </span>
      <button type="button" class="button button-quiet" onClick={stopSearch}>
        Stop
      </button>
    </span>
  );
}

function Found() {
  const { report, state, problem, notices } = search.value!;
  return (
    <>
      {problem !== '' && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
      {notices.length > 0 && <p class="small muted">{notices.join(' ')}</p>}
      {isStale.value && (
        <p class="small">
          <span class="badge unsure">stale</span> The model has changed since; these candidates are of the version
          before.
        </p>
      )}
      {report !== null && (
        <div class={isStale.value ? 'sweep-shown is-old' : 'sweep-shown'}>
          <p class="sweep-found" role="status">
            {outcomeSentence(report)}
          </p>
          <FrontierPlot
            report={report}
            explain={<Explain figure="frontier" report={null} />}
            onChoose={chooseCandidate}
          />
          {state === 'over' && (
            <p class="small muted prose">
              {capitalised(report.procedure.name)}: a correct selection with{' '}
              {formatPercent(report.procedure.confidence)} confidence where the best is better by the indifference.{' '}
              {whole(report.spent.years)} years, {formatPercent(Math.max(0, report.spent.saved), 2)} fewer than with as
              many for each candidate.
            </p>
          )}
          <CandidateTable report={report} />
        </div>
      )}
    </>
  );
}
