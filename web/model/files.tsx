import { useState } from 'preact/hooks';
import { duration } from '../../src/units/figure.ts';
import { bring, bringFiles, brought, weighing } from './bring.ts';

/** A model from what people have: chosen, dropped or pasted. It is read here; nothing is sent anywhere. */
export function Files() {
  const [text, setText] = useState('');
  return (
    <>
      <form
        class="model-keep"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void bringFiles(event.dataTransfer?.files ?? []);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') bring([{ file: 'pasted', text }]);
        }}
      >
        <label class="model-keep-label">
          Files, to choose or to drop here
          <input
            type="file"
            class="input"
            multiple
            onChange={(event) => void bringFiles(event.currentTarget.files ?? [])}
          />
        </label>
        <label class="model-keep-label">
          Or paste one
          <textarea class="input" rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button">
          Draft a model
        </button>
      </form>
      <p class="model-hint">
        Kubernetes manifests, a Patroni file, docker-compose, HAProxy, a Terraform plan (terraform show -json), or a
        model; .tf files are read by the command: npx nines import main.tf. Read in this browser alone; nothing is sent
        anywhere.
      </p>
      <Outcome />
    </>
  );
}

const movedBy = ({ low, high }: { readonly low: number; readonly high: number }) =>
  duration(Math.abs(high - low), null);

function Outcome() {
  if (brought.value === null) return null;
  const { imported, problems } = brought.value;
  return (
    <div role="status">
      {problems.map((each) => (
        <p key={each} class="model-hint">
          {each}
        </p>
      ))}
      {imported !== null && (
        <>
          <h3>Questions</h3>
          <ol>
            {imported.questions.map(({ parameter, text, value, source, moves }) => (
              <li key={parameter}>
                {text} <code>{parameter}</code> is {value}: {source}.
                {moves && ` Half of it to twice it moves downtime by ${movedBy(moves)} a year.`}
              </li>
            ))}
          </ol>
          {weighing.value === imported && <p class="model-hint">How much each moves the answer is being tried.</p>}
          {imported.left.length > 0 && <h3>Not in the model</h3>}
          <ul>
            {imported.left.map(({ from, text }) => (
              <li key={`${from} ${text}`}>
                {from}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
