import { blank, model, selected, text } from '../state/store.ts';
import { additionsTo, type Additions } from './additions.ts';
import { doIt } from './do.tsx';
import './inspector.css';

const NAMES: Readonly<Record<keyof Additions, string>> = {
  zone: 'Zone',
  service: 'Service',
  replica: 'Replica',
  standby: 'Standby',
  backup: 'Backup',
};

/** Over the topology: what is added to it most. */
export function Toolbar() {
  const additions = additionsTo(text.value, blank.value ? null : model.value, selected.value);
  return (
    <div class="inspector-toolbar" role="group" aria-label="Add">
      {(Object.keys(NAMES) as (keyof Additions)[]).map((what) => {
        const deed = additions[what];
        const isOff = typeof deed === 'string';
        return (
          <button
            key={what}
            type="button"
            class="button"
            aria-label={`Add: ${NAMES[what].toLowerCase()}`}
            disabled={isOff}
            title={isOff ? deed : `${deed.label[0].toUpperCase()}${deed.label.slice(1)}`}
            onClick={() => {
              if (!isOff) void doIt(deed);
            }}
          >
            <span aria-hidden="true">+ {NAMES[what]}</span>
          </button>
        );
      })}
    </div>
  );
}
