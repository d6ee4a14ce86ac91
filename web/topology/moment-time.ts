const DAY = 86_400;

/** `day 121, 04:12:33`: days of the simulated year count from 1. */
export function dayAndTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const part = (value: number) => String(value).padStart(2, '0');
  const rest = whole % DAY;
  return (
    `day ${Math.floor(whole / DAY) + 1}, ` +
    `${part(Math.floor(rest / 3600))}:${part(Math.floor((rest % 3600) / 60))}:${part(rest % 60)}`
  );
}
