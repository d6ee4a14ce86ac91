import { useId } from 'preact/hooks';
import { figureText } from '../../src/report/figure-text.ts';
import { inWords } from '../../src/report/comparison/in-words.ts';
import { nameOf } from '../text/name.ts';
import { change } from '../state/history.ts';
import { tab } from '../state/store.ts';
import { compareTexts } from '../compare/state.ts';
import { bought } from './bought.ts';
import type { Version } from './list.ts';
import { Parts } from './parts.tsx';
import { changedIn, chosen, pairOf, reports, shown, versionOf, versions } from './state.ts';

interface VersionListProps {
  /** Somebody went where the dialog is not needed any more. */
  readonly onDone: () => void;
}

/** The versions of this document, the latest first: what was changed, what it came to, the way back; and any two. */
export function VersionList({ onDone }: VersionListProps) {
  const now = versions.value;
  if (now === null) return null;
  return (
    <>
      <Two onDone={onDone} />
      <ol class="versions" role="list" reversed>
        {now.all.toReversed().map((version) => (
          <Row key={version.id} version={version} isCurrent={version.id === now.current} onDone={onDone} />
        ))}
      </ol>
      <p class="model-hint">Of this document, since the page was opened. To keep one for longer: Documents.</p>
    </>
  );
}

/** Any two, held against each other in the same years. */
function Two({ onDone }: VersionListProps) {
  const pair = shown.value;
  if (pair === null) return null;
  const { from, to, report, isOver, problem } = pair;
  const changes = report?.differences[0].changes ?? [];
  const see = () => {
    const [a, b] = [from, to].map((id) => versionOf(id)!);
    compareTexts([a, b].map((each) => ({ name: `${nameOf(each.text)}, ${label(each)}`, text: each.text })));
    tab.value = 'compare';
    onDone();
  };
  return (
    <section class="versions-two" aria-label="Two versions" aria-busy={!isOver}>
      <div class="row">
        <Choice name="From" value={from} onChoose={(id) => (chosen.value = { from: id, to })} />
        <Choice name="to" value={to} onChoose={(id) => (chosen.value = { from, to: id })} />
        <button type="button" class="button" disabled={from === to} onClick={see}>
          Compare in full
        </button>
      </div>
      {from === to ? (
        <p class="muted">These are the same version.</p>
      ) : report === null ? (
        <p class="muted">{problem === '' ? 'Both live through the same years; a moment.' : problem}</p>
      ) : (
        <Parts of={bought(report, isOver)} />
      )}
      {changes.length > 0 && (
        <ul class="versions-changes">
          {inWords(changes).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: number;
  readonly onChoose: (id: number) => void;
}

function Choice({ name, value, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <span class="field-inline">
      <label for={id}>{name}</label>
      <select
        id={id}
        class="input"
        value={String(value)}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {versions.value?.all.map((each) => (
          <option key={each.id} value={String(each.id)}>
            {label(each)}
          </option>
        ))}
      </select>
    </span>
  );
}

function label({ id }: Version): string {
  return `version ${id}`;
}

interface RowProps extends VersionListProps {
  readonly version: Version;
  readonly isCurrent: boolean;
}

function Row({ version, isCurrent, onDone }: RowProps) {
  const { id, parent, text } = version;
  const report = reports.value.get(id);
  const against = parent === null ? null : pairOf(parent, id);
  const compared = against?.report ?? null;
  return (
    <li class={isCurrent ? 'version is-current' : 'version'} aria-current={isCurrent ? 'true' : undefined}>
      <div class="version-text">
        <p class="version-title">
          <span class="muted">{id}</span> {parent === null ? 'As it was opened' : changedIn(version)}
        </p>
        <p class="version-figures">
          {report === undefined
            ? 'Not simulated to its end.'
            : `${figureText('availability.mean', report)} available · ` +
              `${figureText('availability.downtimePerYear.mean', report)} down a year · ` +
              `${figureText('cost.total', report)} a year`}
        </p>
        {compared !== null && <Parts of={bought(compared, against!.isOver)} />}
      </div>
      {isCurrent ? (
        <span class="muted small">in the editor</span>
      ) : (
        <button
          type="button"
          class="button"
          aria-label={`Go back to version ${id}`}
          onClick={() => {
            change(text, `go back to version ${id}`);
            onDone();
          }}
        >
          Go back
        </button>
      )}
    </li>
  );
}
