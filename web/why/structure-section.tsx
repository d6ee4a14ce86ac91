import { ImportancePlot } from '../../src/plots/importance-plot.tsx';
import type { Model } from '../../src/model/model.ts';
import { Explain } from '../explain/index.ts';
import { sceneOf } from '../../src/topology/elements.ts';
import { elementsOfCause } from '../../src/topology/causes.ts';
import { structure, structureFailure } from '../topology/structure.ts';
import { reading, selected, text } from '../state/store.ts';
import { CutSets } from './cut-sets.tsx';

/** What the structure alone says: what takes the entry down by itself or together, and what matters most. */
export function StructureSection({ model }: { readonly model: Model }) {
  const found = structure.value;
  if (found === null) {
    return structureFailure.value === '' ? (
      <p class="waiting">The structure comes in a moment.</p>
    ) : (
      <p class="field-error">{`The structure could not be worked out: ${structureFailure.value}`}</p>
    );
  }
  const { importance } = found.figures;
  const isOld = found.text !== text.value && reading.value?.model !== null;
  const show = (cause: string) => {
    const element = elementsOfCause(cause, model, sceneOf(model).elements)[0];
    if (element !== undefined && element.kind !== 'link') selected.value = { kind: element.kind, name: element.name };
  };
  return (
    <div class={isOld ? 'why-structure why-old' : 'why-structure'} aria-busy={isOld}>
      <CutSets structure={found.figures} model={model} />
      {importance.length > 0 && (
        <ImportancePlot
          importance={importance}
          name={model.name}
          source={`${model.name}, by the structure`}
          explain={<Explain figure="importance" />}
          onSelect={show}
        />
      )}
    </div>
  );
}
