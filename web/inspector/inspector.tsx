import type { ComponentChildren, ComponentProps } from 'preact';
import { useEffect } from 'preact/hooks';
import { positionAt } from '../../src/model/language/lookup.ts';
import type { Shape } from '../../src/model/language/kinds.ts';
import type { Model } from '../../src/model/model.ts';
import { Sliders } from '../model/index.ts';
import { lazily } from '../parts/lazy.tsx';
import { blank, model, report, selected, text } from '../state/store.ts';
import { nameOf } from '../text/name.ts';
import { linksOf, pathOfPart } from '../text/whereabouts.ts';
import { chosenElement } from '../topology/chosen.ts';
import type { Element } from '../../src/topology/elements.ts';
import { type BreakElement as BreakElementProps, Panel } from '../topology/panel.tsx';
import { followStructure, structure } from '../topology/structure.ts';
import { Do } from './do.tsx';
import { Fields } from './fields.tsx';
import { followFilled } from './filled.ts';
import { currentForm, type Form } from './form.ts';
import { Meaning } from './meaning.tsx';
import { joined, writtenAt } from './values.ts';
import { followRelated, PartButtons, PartLists, Undrawn } from './undrawn.tsx';
import { WholeDeeds } from './whole.tsx';
import './inspector.css';

const BreakElement = lazily<ComponentProps<BreakElementProps>>(() =>
  import('../drill/index.ts').then((parts) => parts.BreakElement),
);

const Patterns = lazily<{ readonly service: string | null }>(() =>
  import('../patterns/index.ts').then((parts) => parts.Patterns),
);

/** What is chosen: its figures, what can be done with it and its fields; while nothing is, the whole model's. */
export function Inspector() {
  useEffect(() => {
    followStructure();
    followFilled();
    followRelated();
  }, []);
  const shown = blank.value ? null : model.value;
  const choice = selected.value;
  const element = shown === null || choice === null ? undefined : chosenElement(shown, choice);
  return (
    <div class="inspector">
      {shown !== null && element !== undefined ? (
        <Chosen element={element} model={shown} />
      ) : choice !== null && pathOfPart(text.value, choice) !== null ? (
        <Undrawn key={`${choice.kind} ${choice.name}`} part={choice} />
      ) : (
        <Whole />
      )}
      <Meaning />
    </div>
  );
}

function Chosen({ element, model: shown }: { readonly element: Element; readonly model: Model }) {
  return (
    <Panel
      element={element}
      model={shown}
      report={report.value}
      structure={structure.value?.figures ?? null}
      breakElement={BreakElement}
    >
      <Do key={`do ${element.key}`} element={element} model={shown} />
      <ElementFields key={`fields ${element.key}`} element={element} />
      {(element.kind === 'service' || element.kind === 'member') && (
        <Patterns service={shown.services[element.service].written} />
      )}
    </Panel>
  );
}

/** Of a link there is only its end in the list of needs, which the service's own fields have. */
function ElementFields({ element }: { readonly element: Element }) {
  const form = currentForm();
  if (element.kind === 'route') return <RouteFields form={form} name={element.name} />;
  const path = element.kind === 'link' ? null : pathOfPart(form.text, element);
  const shape = path === null ? null : shapeAt(path);
  if (path === null || shape === null) return null;
  const component =
    element.kind === 'domain' ? '' : writtenAt(form.text, form.entries.get(joined([...path, 'component'])));
  return (
    <>
      <FieldSection form={form} path={path} shape={shape} title="Fields" without={['domains', 'wants']} />
      {component !== '' && <ComponentFields form={form} name={component} />}
    </>
  );
}

/** Each of the links between two places is cut by itself. */
function RouteFields({ form, name }: { readonly form: Form; readonly name: string }) {
  const shape = shapeAt(['links', '0']);
  const paths = linksOf(form.text, name);
  if (shape === null) return null;
  return (
    <>
      {paths.map((path, i) => (
        <FieldSection
          key={path.join()}
          form={form}
          path={path}
          shape={shape}
          title={i === 0 ? 'Fields' : `Link ${i + 1}`}
          without={['between']}
        />
      ))}
    </>
  );
}

function ComponentFields({ form, name }: { readonly form: Form; readonly name: string }) {
  const path = ['components', name];
  const shape = shapeAt(path);
  return shape === null || !form.entries.has(joined(path)) ? null : (
    <FieldSection form={form} path={path} shape={shape} title={`Component ${name}`}>
      <PartButtons parts={[{ kind: 'component', name }]} />
    </FieldSection>
  );
}

interface FieldSectionProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly shape: Shape;
  readonly title: string;
  readonly without?: readonly string[];
  readonly children?: ComponentChildren;
}

function FieldSection({ title, children, ...fields }: FieldSectionProps) {
  return (
    <section class="inspector-section" aria-label={title}>
      <h4>{title}</h4>
      {children}
      <Fields {...fields} />
    </section>
  );
}

function shapeAt(path: readonly string[]): Shape | null {
  const kind = positionAt(path)?.kind;
  return kind?.type === 'record' ? kind.shape() : null;
}

/** Kept elsewhere: what the drawing shows, and parameters, which are dragged. */
const ELSEWHERE = ['nines', 'parameters', 'domains', 'links', 'components', 'services'];

/** The model's own: what it says it is, its parameters, what it is held to. */
function Whole() {
  const form = currentForm();
  const shape = shapeAt([]);
  return (
    <>
      <header class="inspector-head">
        <h3>{nameOf(text.value) || 'The model'}</h3>
        <p class="small muted">
          {(!blank.value && model.value?.description) || 'Choose a part of the topology to see and change it.'}
        </p>
      </header>
      <WholeDeeds />
      <Sliders />
      <PartLists />
      <Patterns service={null} />
      {shape !== null && <FieldSection form={form} path={[]} shape={shape} title="The model" without={ELSEWHERE} />}
    </>
  );
}
