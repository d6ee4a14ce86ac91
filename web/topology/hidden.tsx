import { useState } from 'preact/hooks';
import type { Model } from '../../src/model/model.ts';
import { selected } from '../state/store.ts';

const MOST_OFFERED = 50;

/** How much of a large model is not drawn, and a way to each part of it. */
export function Hidden({ model, hidden }: { readonly model: Model; readonly hidden: readonly number[] }) {
  const [typed, setTyped] = useState('');
  const members = hidden.reduce((sum, service) => sum + model.services[service].placement.length, 0);
  const offered =
    typed === '' ? [] : hidden.filter((service) => model.services[service].name.includes(typed)).slice(0, MOST_OFFERED);
  return (
    <div class="topology-hidden">
      <p class="small muted">
        Drawn are the services nearest to the entry. {hidden.length.toLocaleString('en-US')} more, with{' '}
        {members.toLocaleString('en-US')} members, are simulated and not drawn.
      </p>
      <label class="small">
        Show one of them:{' '}
        <input
          class="input"
          list="topology-hidden-names"
          value={typed}
          onInput={(event) => {
            const name = event.currentTarget.value;
            setTyped(name);
            if (hidden.some((service) => model.services[service].name === name))
              selected.value = { kind: 'service', name };
          }}
        />
      </label>
      <datalist id="topology-hidden-names">
        {offered.map((service) => (
          <option key={service} value={model.services[service].name} />
        ))}
      </datalist>
    </div>
  );
}
