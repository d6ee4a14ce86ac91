import { useId } from 'preact/hooks';

interface CountInputProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onValue: (count: number) => void;
}

/** A small whole number: slide it or type it. */
export function CountInput({ label, value, max, onValue }: CountInputProps) {
  const id = useId();
  const take = (typed: number) => {
    if (Number.isFinite(typed)) onValue(typed);
  };
  return (
    <div class="count">
      <label class="typed-label" for={id}>
        {label}
      </label>
      <div class="count-both">
        <input
          type="range"
          min={1}
          max={max}
          step={1}
          value={value}
          aria-label={`${label}, slider`}
          onInput={(event) => take(event.currentTarget.valueAsNumber)}
        />
        <input
          id={id}
          type="number"
          min={1}
          max={max}
          step={1}
          value={value}
          onInput={(event) => take(event.currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}
