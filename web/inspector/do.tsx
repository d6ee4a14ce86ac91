import { useRef, useState } from 'preact/hooks';
import type { Thing } from '../../src/edit/index.ts';
import type { Model } from '../../src/model/model.ts';
import { reliesOn } from '../../src/model/relies.ts';
import { perform, refusal } from '../state/acts.ts';
import { selected } from '../state/store.ts';
import type { Part } from '../text/whereabouts.ts';
import { memberNumber } from '../topology/drop.ts';
import { joinOf } from '../topology/join.ts';
import type { Element } from '../../src/topology/elements.ts';
import { Choose } from './choose.tsx';
import type { Deed } from './deed.ts';
import { deedsOf } from './deeds.ts';

/** What can be done with what is chosen: a press each, or a choice. */
export function Do({ element, model }: { readonly element: Element; readonly model: Model }) {
  const thing = thingOf(element, model);
  return (
    <section class="inspector-do" aria-label="What can be done">
      <div class="inspector-deeds">
        {deedsOf(element, model).map((deed) => (
          <DeedButton key={deed.name} deed={deed} />
        ))}
      </div>
      <Choices element={element} model={model} />
      {thing !== null && <Manage thing={thing} kind={element.kind} />}
      <Refused />
    </section>
  );
}

/** What stands in the way of the last act, and the way out. */
export function Refused() {
  if (refusal.value === null) return null;
  return (
    <p class="field-error" role="alert">
      {refusal.value.says}
    </p>
  );
}

export function DeedButton({ deed }: { readonly deed: Deed }) {
  return (
    <button type="button" class="button" onClick={() => void doIt(deed)}>
      {deed.name}
    </button>
  );
}

export async function doIt({ label, acts, then }: Deed): Promise<void> {
  if ((await perform(label, acts)) && then !== undefined) selected.value = then;
}

function thingOf(element: Element, model: Model): Thing | null {
  if (element.kind === 'service') return { what: 'service', name: model.services[element.service].written };
  if (element.kind === 'domain' && element.place.folded.length === 0)
    return { what: 'domain', name: model.domains[element.place.domain].name };
  return null;
}

/** What else in the model it is to be joined to, or where it is to stand: what dragging does, for any hand. */
function Choices({ element, model }: { readonly element: Element; readonly model: Model }) {
  if (element.kind === 'service') return <ServiceChoices element={element} model={model} />;
  if (element.kind === 'member' && element.members.length === 1) {
    const { written, sites, placement } = model.services[element.service];
    if (sites !== null) return null;
    const member = memberNumber(element, model);
    const others = model.domains
      .map(({ name }) => name)
      .filter((name) => name !== model.domains[placement[member]]?.name);
    return (
      <Choose
        label="Move to"
        names={others}
        onChoose={(to) =>
          void perform(`move ${element.name} to ${to}`, [{ act: 'move-member', service: written, member, to }])
        }
      />
    );
  }
  if (element.kind !== 'domain' || element.place.folded.length > 0) return null;
  const { name, parent } = model.domains[element.place.domain];
  const homes = model.domains.filter((each, i) => each.name !== name && i !== parent).map((each) => each.name);
  const joins = new Map(
    model.domains.flatMap((other, i) => {
      const join = joinOf(element.place.domain, i, model);
      return join === null ? [] : [[other.name, join] as const];
    }),
  );
  const join = ({ label, act }: NonNullable<ReturnType<typeof joinOf>>, to: string) =>
    void doIt({ name: '', label, acts: [act], then: { kind: 'route', name: `${name}--${to}` } });
  return (
    <>
      <Choose
        label="Move into"
        names={homes}
        onChoose={(within) =>
          void perform(`move ${name} into ${within}`, [{ act: 'move', thing: { what: 'domain', name }, within }])
        }
      />
      <Choose label="Link to" names={[...joins.keys()]} onChoose={(to) => join(joins.get(to)!, to)} />
    </>
  );
}

function ServiceChoices({
  element,
  model,
}: {
  readonly element: Extract<Element, { kind: 'service' }>;
  readonly model: Model;
}) {
  const { written, sites } = model.services[element.service];
  const linked = new Set(reliesOn(model.services[element.service]).map((i) => model.services[i].written));
  const others = [...new Set(model.services.map((each) => each.written))].filter(
    (each) => each !== written && !linked.has(each),
  );
  return (
    <>
      <Choose
        label="Needs"
        names={others}
        onChoose={(on) => void perform(`make ${written} need ${on}`, [{ act: 'need', service: written, on }])}
      />
      {sites === null && (
        <Choose
          label="Place in"
          names={model.domains.map(({ name }) => name)}
          onChoose={(name) =>
            void perform(`place ${written} in ${name}`, [{ act: 'place', service: written, in: [name] }])
          }
        />
      )}
    </>
  );
}

interface ManageProps {
  readonly thing: Thing;
  /** What it is chosen as; left out: it is a field of what is chosen, and only its name is asked for. */
  readonly kind?: Part['kind'];
}

/** Its name, and where it is chosen by itself a copy of it and its end. */
export function Manage({ thing, kind }: ManageProps) {
  const [isNaming, setNaming] = useState(false);
  // A field that goes with Enter or Escape loses the focus as well.
  const isOpen = useRef(false);
  const show = (isShown: boolean) => {
    isOpen.current = isShown;
    setNaming(isShown);
  };
  const rename = async (to: string) => {
    if (!isOpen.current) return;
    show(false);
    if (to === '' || to === thing.name) return;
    const isDone = await perform(`rename ${thing.name} to ${to}`, [{ act: 'rename', thing, to }]);
    if (isDone && kind !== undefined) selected.value = { kind, name: to };
  };
  return (
    <div class="inspector-manage">
      {isNaming ? (
        <input
          aria-label={`New name of ${thing.name}`}
          defaultValue={thing.name}
          ref={(field) => field?.focus()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void rename(event.currentTarget.value.trim());
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            show(false);
          }}
          onBlur={(event) => void rename(event.currentTarget.value.trim())}
        />
      ) : (
        <button
          type="button"
          class="button button-quiet"
          aria-label={kind === undefined ? `Rename ${thing.name}` : undefined}
          onClick={() => show(true)}
        >
          Rename
        </button>
      )}
      {kind !== undefined && (
        <>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => void perform(`duplicate ${thing.name}`, [{ act: 'duplicate', thing }])}
          >
            Duplicate
          </button>
          <button
            type="button"
            class="button button-quiet"
            onClick={() =>
              void doIt({ name: '', label: `remove ${thing.name}`, acts: [{ act: 'remove', thing }], then: null })
            }
          >
            Remove
          </button>
        </>
      )}
    </div>
  );
}
