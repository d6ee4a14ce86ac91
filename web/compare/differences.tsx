import { useId } from 'preact/hooks';
import { type Against, DIFFERENCES, differencesFrom, pairingSentence } from '../../src/plots/data/differences.ts';
import type { DifferenceId } from '../../src/analysis/differences.ts';
import { differenceRange, differenceText, wordOf } from '../../src/report/comparison/difference.ts';
import { DifferencePlot } from '../../src/plots/difference-plot.tsx';
import { counted, nameText } from '../../src/plots/data/text.ts';
import { inWords } from '../../src/report/comparison/in-words.ts';
import { MODEL_SYMBOLS } from '../../src/plots/symbols.ts';
import { whole } from '../../src/units/figure.ts';
import { Explain } from '../explain/index.ts';
import { DifferenceMark } from './difference-mark.tsx';
import { chooseBaseline, columns, pairing, running, stop, together } from './state.ts';

/** What each has more than the baseline, from the same history for all. */
export function Differences() {
  const found = together.value;
  return (
    <section class="differences" aria-labelledby="differences-title">
      <div class="results-title">
        <h2 class="title" id="differences-title">
          Differences
        </h2>
        <Explain figure="difference" report={null} />
        {found !== null && <Baseline />}
      </div>
      <History />
      {found !== null && <Compared />}
    </section>
  );
}

function Baseline() {
  const id = useId();
  const { ids, names, baseline } = together.value!;
  return (
    <span class="field-inline small muted">
      <label for={id}>Against</label>
      <select
        id={id}
        value={String(ids[baseline])}
        onChange={(event) => chooseBaseline(Number(event.currentTarget.value))}
      >
        {ids.map((each, i) => (
          <option key={each} value={String(each)}>
            {names[i]}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Which history that is, and who is not in it. */
function History() {
  const { together: ids, apart, years, seed, currency } = pairing.value;
  const names = columns.value.filter(({ id }) => apart.includes(id)).map(({ name }) => name);
  const done = together.value?.report.models[0]?.run.years ?? 0;
  return (
    <>
      {ids.length < 2 ? (
        <p class="prose muted">
          {columns.value.length < 2
            ? 'Add a second model: both then live through the same years.'
            : 'A difference needs two models without errors that reckon in the same currency.'}
        </p>
      ) : (
        <p class="prose small muted">
          {ids.length === 2 ? 'Both' : `All ${ids.length}`} live through the same {whole(years)} years (the most that
          any of them asks for) with seed {seed}: what they share by name fails at the same instants in each.
        </p>
      )}
      {names.length > 0 && ids.length > 0 && (
        <p class="prose small">
          {names.join(' and ')} {names.length === 1 ? 'does' : 'do'} not reckon in {currency} and{' '}
          {names.length === 1 ? 'stands' : 'stand'} by {names.length === 1 ? 'itself' : 'themselves'}: amounts in two
          currencies have no difference.{' '}
          {apart.length > 0 && (
            <button type="button" class="compare-tool" onClick={() => chooseBaseline(apart[0])}>
              Compare with that one instead
            </button>
          )}
        </p>
      )}
      {ids.length > 1 && running.value && (
        <p class="compare-progress" role="status">
          <progress max={years} value={done} aria-label="Years compared" />
          <span class="muted small">{whole(done)} years</span>
          <button type="button" class="button button-quiet" onClick={stop}>
            Stop
          </button>
        </p>
      )}
    </>
  );
}

function Compared() {
  const { report, baseline, names, slots } = together.value!;
  const against = differencesFrom(report, baseline, names);
  const { currency } = report.models[0].cost;
  const sentence = pairingSentence(against);
  return (
    <>
      <div class="scroll-x" role="region" aria-label={`Differences from ${names[baseline]}`} tabIndex={0}>
        <table class="figures compare-table">
          <thead>
            <tr>
              <th scope="col" class="compare-corner">
                <span class="visually-hidden">Figure</span>
              </th>
              {against.map(({ index, name }) => (
                <th scope="col" key={index}>
                  <span class="compare-name">
                    <svg
                      class={`compare-shape compare-shape-${slots[index]}`}
                      width="14"
                      height="14"
                      viewBox="-7 -7 14 14"
                      aria-hidden="true"
                    >
                      <path d={MODEL_SYMBOLS[slots[index]]} />
                    </svg>
                    {name}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DIFFERENCES.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {against.map((each) => (
                  <td key={each.index}>
                    <Cell id={id} against={each} currency={currency} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Changes against={against} baseline={names[baseline]} />
      {sentence !== null && <p class="prose small">{sentence}</p>}
      <DifferencePlot
        comparison={report}
        baseline={baseline}
        names={names}
        slots={slots}
        explain={<Explain figure="difference" report={null} />}
      />
    </>
  );
}

const otherwise = (changes: number) => `${counted(changes, 'thing')} otherwise than`;

/** What each text says otherwise than the baseline's. */
function Changes({ against, baseline }: { readonly against: readonly Against[]; readonly baseline: string }) {
  return (
    <>
      {against.map(({ index, name, changes }) => {
        if (changes === null) return null;
        const sentences = inWords(changes);
        return (
          <details key={index} class="compare-changes" open={sentences.length > 0 && sentences.length <= MOST_OPEN}>
            <summary>
              {name} says {sentences.length === 0 ? 'the same as' : otherwise(sentences.length)} {baseline}
            </summary>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{nameText(sentence)}</li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

/** A longer list is there to be opened. */
const MOST_OPEN = 8;

function Cell({
  id,
  against: { figures, whyNot },
  currency,
}: {
  readonly id: DifferenceId;
  readonly against: Against;
  readonly currency: string;
}) {
  const difference = figures[id];
  if (difference === null) return <span class="muted">{whyNot(id)}</span>;
  const { mean, ci95 } = difference;
  const word = wordOf(difference);
  return (
    <>
      {word === 'the same' ? '0' : differenceText(id, mean, ci95, currency)}
      <span class="compare-aside">{ci95[0] === ci95[1] ? 'exact' : differenceRange(id, { mean, ci95 }, currency)}</span>
      <DifferenceMark word={word} />
    </>
  );
}
