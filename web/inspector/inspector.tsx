import type { ComponentProps } from 'preact';
import { useEffect } from 'preact/hooks';
import { Sliders } from '../model/index.ts';
import { lazily } from '../parts/lazy.tsx';
import { model, report, selected } from '../state/store.ts';
import { chosenElement } from '../topology/chosen.ts';
import { Panel } from '../topology/panel.tsx';
import { followStructure, structure } from '../topology/structure.ts';
import type { BreakElement as BreakElementProps } from '../topology/panel.tsx';
import './inspector.css';

const BreakElement = lazily<ComponentProps<BreakElementProps>>(() =>
  import('../drill/index.ts').then((parts) => parts.BreakElement),
);

/** What is chosen, in figures and words, and what can be done with it; while nothing is, the whole model. */
export function Inspector() {
  useEffect(followStructure, []);
  const shown = model.value;
  const choice = selected.value;
  const element = shown === null || choice === null ? undefined : chosenElement(shown, choice);
  return (
    <div class="inspector">
      {shown !== null && element !== undefined ? (
        <Panel
          element={element}
          model={shown}
          report={report.value}
          structure={structure.value?.figures ?? null}
          breakElement={BreakElement}
        />
      ) : (
        <Whole />
      )}
    </div>
  );
}

/** The model's own: what it says it is, and its parameters. */
function Whole() {
  return (
    <>
      <header class="inspector-head">
        <h3>{model.value?.name ?? 'The model'}</h3>
        <p class="small muted">{model.value?.description || 'Choose a part on the topology to see and change it.'}</p>
      </header>
      <Sliders />
    </>
  );
}
