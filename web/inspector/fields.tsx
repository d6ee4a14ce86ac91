import { useId } from 'preact/hooks';
import { Fragment, type ComponentChildren } from 'preact';
import type { Key, Kind, Shape } from '../../src/model/language/kinds.ts';
import { documentationOf } from '../editor/offers.ts';
import { perform } from '../state/acts.ts';
import { actPath, clearField, type Form, labelOf } from './form.ts';
import { Manage } from './do.tsx';
import { Field } from './field.tsx';
import { meaningOf } from './meaning.tsx';
import { References } from './references.tsx';
import { firstValue, joined, namesBelow, writtenAt } from './values.ts';

interface FieldsProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly shape: Shape;
  /** Keys that stand elsewhere. */
  readonly without?: readonly string[];
}

/**
 * The fields of a map of the language, from the language's own description: what is written, what is filled in, greyed,
 * and a way to add what is neither.
 */
export function Fields({ form, path, shape, without = [] }: FieldsProps) {
  const keys = Object.entries(shape.keys).filter(([name]) => !without.includes(name));
  // What is said in words has no example to begin with: its field is always there.
  const isThere = (name: string) =>
    shape.keys[name].kind.type === 'text' ||
    form.entries.has(joined([...path, name])) ||
    isFilled(form, [...path, name]);
  return (
    <div class="inspector-fields">
      {keys
        .filter(([name]) => isThere(name))
        .map(([name, key]) => (
          <Any key={name} form={form} path={[...path, name]} kind={key.kind} doc={documentationOf(key)} />
        ))}
      <AddField form={form} path={path} keys={keys.filter(([name, key]) => !isThere(name) && fits(form, path, key))} />
    </div>
  );
}

function isFilled({ filled }: Form, path: readonly string[]): boolean {
  const own = joined(path);
  return filled[own] !== undefined || Object.keys(filled).some((each) => each.startsWith(`${own}\n`));
}

/** A key of another redundancy mode is not offered. */
function fits(form: Form, path: readonly string[], { modes }: Key): boolean {
  if (modes === undefined) return true;
  const at = joined([...path, 'mode']);
  const mode = writtenAt(form.text, form.entries.get(at)) || form.filled[at] || 'active-active';
  return (modes as readonly string[]).includes(mode);
}

/** What a shock may hit. */
const WHOLE = ['service', 'domain'] as const;

interface AnyProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly kind: Kind;
  readonly doc: string;
}

/** Whatever stands at a place: a value, a list of names, a map with its fields. */
export function Any({ form, path, kind, doc }: AnyProps) {
  const entry = form.entries.get(joined(path));
  switch (kind.type) {
    case 'record':
      return (
        <Group form={form} path={path} doc={doc}>
          <Fields form={form} path={path} shape={kind.shape()} />
        </Group>
      );
    case 'names':
      return <Named form={form} path={path} kind={kind} doc={doc} />;
    case 'list': {
      const of = kind.of.type === 'either' ? kind.of.scalar : kind.of;
      const to = of.type === 'reference' ? [of.to] : of.type === 'target' && of.whole ? WHOLE : null;
      if ((to === null && entry?.style !== 'list') || (entry !== undefined && entry.style !== 'list'))
        return <Any form={form} path={path} kind={kind.of} doc={doc} />;
      const maps = namesBelow(form.entries, path).filter(
        (item) => form.entries.get(joined([...path, item]))?.style === 'map',
      );
      return (
        <>
          {to !== null && <References form={form} path={path} to={to} doc={doc} />}
          {maps.map((item) => (
            <Any key={item} form={form} path={[...path, item]} kind={kind.of} doc={doc} />
          ))}
        </>
      );
    }
    case 'either':
      return entry?.style === 'map' ? (
        <Any form={form} path={path} kind={kind.record} doc={doc} />
      ) : (
        <Field form={form} path={path} kind={kind.scalar} doc={doc} />
      );
    default:
      return <Field form={form} path={path} kind={kind} doc={doc} />;
  }
}

interface GroupProps extends Omit<AnyProps, 'kind'> {
  readonly children: ComponentChildren;
}

/** What belongs together, with its name; folded while all of it is only filled in. */
function Group({ form, path, doc, children }: GroupProps) {
  const isWritten = form.entries.has(joined(path));
  const name = path[path.length - 1];
  return (
    <details class={isWritten ? 'inspector-group' : 'inspector-group is-filled'} open={isWritten}>
      <summary {...meaningOf(doc)}>{labelOf(path)}</summary>
      {isWritten && (
        <button
          type="button"
          class="inspector-clear"
          aria-label={`Take ${name} away`}
          onClick={() => void clearField(path)}
        >
          ×
        </button>
      )}
      {children}
    </details>
  );
}

/** Entries with names of the author's own: failure modes, wants. */
function Named({ form, path, kind, doc }: AnyProps & { readonly kind: Extract<Kind, { type: 'names' }> }) {
  const names = namesBelow(form.entries, path);
  const isFailure = kind.what === 'failure mode';
  return (
    <Group form={form} path={path} doc={doc}>
      {names.map((name) => (
        <Fragment key={name}>
          <Any form={form} path={[...path, name]} kind={kind.of} doc={`A ${kind.what}.`} />
          {isFailure && path[0] !== 'links' && <Manage thing={{ what: 'failure', name, of: ownerOf(path) }} />}
        </Fragment>
      ))}
      {isFailure && <AddFailure path={path} names={names} />}
    </Group>
  );
}

function ownerOf(path: readonly string[]) {
  return { what: path[0] === 'components' ? 'component' : 'domain', name: path[path.length - 2] } as const;
}

/** What people call ways of failing, the commonest first; and what cuts links. */
const FAILURES = ['crash', 'outage', 'hardware', 'disk', 'network', 'operator'];
const CUTS = ['cut', 'fibre', 'router', 'operator'];

/** One more way in which a domain or a component fails. */
function AddFailure({ path, names }: { readonly path: readonly string[]; readonly names: readonly string[] }) {
  const of = ownerOf(path);
  const isLink = path[0] === 'links';
  const name = (isLink ? CUTS : FAILURES).find((each) => !names.includes(each)) ?? `failure-${names.length + 1}`;
  return (
    <button
      type="button"
      class="inspector-more"
      onClick={() =>
        void perform(`add a failure mode to ${isLink ? 'the link' : of.name}`, [
          isLink
            ? { act: 'set', path: actPath([...path, name]), value: { mtbf: '180 days', mttr: '5 min' } }
            : { act: 'add', thing: { what: 'failure', name, of } },
        ])
      }
    >
      + failure mode
    </button>
  );
}

interface AddFieldProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly keys: readonly (readonly [name: string, key: Key])[];
}

/** What the language knows and this has not: chosen from a list, it is written with an example to go on from. */
function AddField({ form, path, keys }: AddFieldProps) {
  const id = useId();
  const offered = keys.flatMap(([name, key]) => {
    // The ends of a parameter's range begin at its value, which has the right unit.
    const isEnd = key.kind.type === 'parameter' && key.required !== true;
    const value = isEnd ? writtenAt(form.text, form.entries.get(joined([...path, 'value']))) : firstValue(key);
    return value === null ? [] : [{ name, value, doc: key.doc }];
  });
  if (offered.length === 0) return null;
  const add = (name: string) => {
    const found = offered.find((each) => each.name === name);
    if (found !== undefined)
      void perform(`add ${name}`, [{ act: 'set', path: actPath([...path, name]), value: found.value }]);
  };
  return (
    <div class="inspector-add">
      <label for={id} class="visually-hidden">
        Add a field to {path[path.length - 1] ?? 'the model'}
      </label>
      <select
        id={id}
        value=""
        onChange={(event) => {
          add(event.currentTarget.value);
          event.currentTarget.value = '';
        }}
      >
        <option value="">+ field …</option>
        {offered.map(({ name, doc }) => (
          <option key={name} value={name} title={doc}>
            {name.replaceAll('-', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
