import { vi } from 'vitest';

const MILLISECONDS_A_LOOK = 40;

/**
 * Until the test is over whoever looks at the clock finds it 40 ms later than before: what is told ten times a second is told,
 * however little there is to do.
 */
export function hurriedClock(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += MILLISECONDS_A_LOOK));
}
