import { effect } from '@preact/signals';
import type { Thing } from '../../src/edit/index.ts';
import { positionAt } from '../../src/model/language/lookup.ts';
import { related, selected, text } from '../state/store.ts';
import { isUndrawn, namesOf, type Part, pathOfPart, UNDRAWN, usersOf } from '../text/whereabouts.ts';
import type { Deed } from './deed.ts';
import { zoneInside } from './deeds.ts';
import { DeedButton, Manage, Refused } from './do.tsx';
import { Any, Fields } from './fields.tsx';
import { currentForm, type Form } from './form.ts';
import { joined, namesBelow, writtenAt } from './values.ts';

/*
 * What is chosen and is not drawn: a component, a parameter, a shock, an experiment, and on a sheet without services a
 * domain. All that is said of it follows from the text.
 */

let isFollowing = false;

/** The drawing shows where what is chosen is used. Called once somebody looks; never ends. */
export function followRelated(): void {
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    const choice = selected.value;
    const users = choice === null ? [] : usersOf(text.value, choice);
    if (users.length + related.peek().length > 0) related.value = users;
  });
}

export function Undrawn({ part }: { readonly part: Part }) {
  const form = currentForm();
  const path = pathOfPart(form.text, part);
  const kind = path === null ? undefined : positionAt(path)?.kind;
  const thing = thingOf(part);
  const isMap = path !== null && form.entries.get(joined(path))?.style === 'map';
  const record = kind?.type === 'either' && isMap ? kind.record : kind;
  const shape = record?.type === 'record' ? record.shape() : null;
  if (path === null || kind === undefined || thing === null) return null;
  const users = usersOf(form.text, part);
  return (
    <section class="topology-panel" aria-label={`About ${part.name}`}>
      <header>
        <div aria-live="polite">
          <h3>{part.name}</h3>
          <p class="subtitle">
            {part.kind[0].toUpperCase() + part.kind.slice(1)}
            {users.length > 0 ? ', used by' : ''}
          </p>
        </div>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Close ${part.name}`}
          onClick={() => (selected.value = null)}
        >
          ×
        </button>
      </header>
      {users.length > 0 && <PartButtons parts={users} />}
      <section class="inspector-do" aria-label="What can be done">
        <div class="inspector-deeds">
          {deedsOf(form, part, path).map((deed) => (
            <DeedButton key={deed.name} deed={deed} />
          ))}
        </div>
        <Manage thing={thing} kind={part.kind} />
        <Refused />
      </section>
      <section class="inspector-section" aria-label="Fields">
        <h4>Fields</h4>
        {shape !== null ? (
          <Fields form={form} path={path} shape={shape} without={['domains']} />
        ) : (
          <Any form={form} path={path} kind={kind} doc="What it is: a number, a quantity, an expression." />
        )}
      </section>
    </section>
  );
}

function thingOf({ kind, name }: Part): Thing | null {
  return kind === 'domain' || isUndrawn(kind) ? { what: kind, name } : null;
}

function deedsOf(form: Form, { kind, name }: Part, path: readonly string[]): readonly Deed[] {
  if (kind === 'domain')
    return [zoneInside(name, namesBelow(form.entries, [...path, 'domains']), form.names.of.domain)];
  if (kind !== 'parameter') return [];
  const entry = form.entries.get(joined(path));
  if (entry === undefined || entry.style === 'map') return [];
  const value = writtenAt(form.text, entry);
  return ['a decision', 'an assumption'].map((what) => ({
    name: `Make it ${what}`,
    label: `make ${name} ${what}`,
    acts: [{ act: 'set', path, value: { value, is: what.slice(what.indexOf(' ') + 1) } }],
  }));
}

const TITLES = {
  component: 'Components',
  parameter: 'Parameters',
  shock: 'Shocks',
  experiment: 'Experiments',
} as const;

/** What the model has and the drawing has not: a press chooses it. */
export function PartLists() {
  const now = text.value;
  const lists = UNDRAWN.map((kind) => ({ kind, names: namesOf(now, kind) })).filter(({ names }) => names.length > 0);
  if (lists.length === 0) return null;
  return (
    <section class="inspector-section" aria-label="Parts that are not drawn">
      {lists.map(({ kind, names }) => (
        <div key={kind} class="inspector-field is-list">
          <span class="inspector-label">{TITLES[kind]}</span>
          <PartButtons parts={names.map((name) => ({ kind, name }))} />
        </div>
      ))}
    </section>
  );
}

/** Parts by their names; a press chooses one. */
export function PartButtons({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div class="inspector-chips">
      {parts.map(({ kind, name }) => (
        <button
          key={`${kind} ${name}`}
          type="button"
          class="inspector-part"
          aria-label={`Choose the ${kind} ${name}`}
          onClick={() => (selected.value = { kind, name })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
