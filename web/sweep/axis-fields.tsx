import { useId } from 'preact/hooks';
import { type AxisChoice, chooseParameter, chooseRange, first, parameters, type Which } from './choice.ts';
import { MOST_STEPS, type Spacing } from './range.ts';

const SPACINGS: readonly { readonly id: Spacing; readonly name: string }[] = [
  { id: 'ratio', name: 'in even ratios' },
  { id: 'missing', name: 'in even ratios of what is missing of 100%' },
  { id: 'even', name: 'in equal steps' },
  { id: 'list', name: 'as a list' },
];

/** One parameter and what it is varied over. */
export function AxisFields({ which, axis }: { readonly which: Which; readonly axis: AxisChoice | null }) {
  const id = useId();
  const label = which === 'first' ? 'Vary' : 'and as curves';
  const others = parameters.value.filter(({ name }) => which === 'first' || name !== first.value?.name);
  return (
    <fieldset class="sweep-axis">
      <legend class="visually-hidden">
        {which === 'first' ? 'Parameter along the axis' : 'Parameter of the curves'}
      </legend>
      <div class="field">
        <label for={`${id}-name`}>{label}</label>
        <select
          id={`${id}-name`}
          value={axis?.name ?? ''}
          onChange={(event) => chooseParameter(which, event.currentTarget.value)}
        >
          {which === 'second' && <option value="">nothing else</option>}
          {others.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {axis !== null && <RangeFields id={id} which={which} axis={axis} />}
    </fieldset>
  );
}

function RangeFields({
  id,
  which,
  axis: { name, range },
}: {
  readonly id: string;
  readonly which: Which;
  readonly axis: AxisChoice;
}) {
  const text = (field: 'from' | 'to' | 'list', label: string) => (
    <div class={`field sweep-${field}`}>
      <label for={`${id}-${field}`}>{label}</label>
      <input
        id={`${id}-${field}`}
        class="input"
        type="text"
        autoComplete="off"
        spellcheck={false}
        value={range[field]}
        onChange={(event) => chooseRange(which, { [field]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <>
      {range.spacing === 'list' ? (
        text('list', `Values of ${name}, separated by commas`)
      ) : (
        <>
          {text('from', 'from')}
          {text('to', 'to')}
          <div class="field sweep-steps">
            <label for={`${id}-steps`}>values</label>
            <input
              id={`${id}-steps`}
              class="input"
              type="number"
              min={2}
              max={MOST_STEPS}
              value={range.steps}
              onChange={(event) => chooseRange(which, { steps: Number(event.currentTarget.value) })}
            />
          </div>
        </>
      )}
      <div class="field">
        <label for={`${id}-spacing`}>spaced</label>
        <select
          id={`${id}-spacing`}
          value={range.spacing}
          onChange={(event) => chooseRange(which, { spacing: event.currentTarget.value as Spacing })}
        >
          {SPACINGS.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
