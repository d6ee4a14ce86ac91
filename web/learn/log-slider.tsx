import { roundTime } from './round-time.ts';

/** Few enough that each step changes the two digits that are kept. */
const STEPS = 200;

interface LogSliderProps {
  readonly label: string;
  /** Seconds. */
  readonly value: number;
  readonly range: readonly [number, number];
  readonly text: string;
  readonly onValue: (seconds: number) => void;
}

/** A slider for times, from seconds to years: equal steps multiply. */
export function LogSlider({ label, value, range: [low, high], text, onValue }: LogSliderProps) {
  const span = Math.log(high / low);
  const position = Math.round((STEPS * Math.log(Math.max(low, Math.min(high, value)) / low)) / span);
  return (
    <input
      type="range"
      min={0}
      max={STEPS}
      step={1}
      value={position}
      aria-label={label}
      aria-valuetext={text}
      onInput={(event) => onValue(roundTime(low * Math.exp((span * event.currentTarget.valueAsNumber) / STEPS)))}
    />
  );
}
