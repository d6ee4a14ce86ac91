import { namesIn } from '../editor/names.ts';
import { selected, text } from '../state/store.ts';
import { additionsTo } from './additions.ts';
import { doIt } from './do.tsx';

/** Before there is a service: the domains that there are, and the two ways to go on. */
export function BlankSheet() {
  const domains = namesIn(text.value).of.domain;
  const { zone, service } = additionsTo(text.value, null, null);
  return (
    <div class="blank-sheet">
      <div class="blank-domains">
        {domains.map((name) => (
          <button
            key={name}
            type="button"
            class="blank-domain"
            aria-pressed={selected.value?.kind === 'domain' && selected.value.name === name}
            onClick={() => (selected.value = { kind: 'domain', name })}
          >
            {name}
          </button>
        ))}
        <button type="button" class="blank-add" onClick={() => void doIt(zone)}>
          + zone
        </button>
      </div>
      <button type="button" class="blank-add" onClick={() => void doIt(service)}>
        + service
      </button>
      <p class="muted">
        Zones are what fails together; services stand in them. With the first service the figures come by themselves.
      </p>
    </div>
  );
}
