import { useId } from 'preact/hooks';

interface ChooseProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly onChoose: (name: string) => void;
}

/** One of several names, which is acted upon at once; nothing where there are none. */
export function Choose({ label, names, onChoose }: ChooseProps) {
  const id = useId();
  if (names.length === 0) return null;
  return (
    <div class="inspector-choose">
      <label for={id}>{label}</label>
      <select
        id={id}
        value=""
        onChange={(event) => {
          const name = event.currentTarget.value;
          event.currentTarget.value = '';
          if (name !== '') onChoose(name);
        }}
      >
        <option value="">choose …</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
