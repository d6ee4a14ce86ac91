import type { Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { packRows, type Rows } from './csr.ts';

interface Needs {
  readonly needs: Rows;
  readonly waiters: Rows;
  readonly coordinators: Rows;
  readonly coordinated: Rows;
}

/**
 * [service] what a standby's promotion waits for, where there is a standby at all: the service's direct needs and its
 * coordinators, and last the services of which one will do, ~ before all but the last of them; its coordinators alone,
 * without which an active may step down as well; and both the other way round, [need] the services that wait for it,
 * that it coordinates.
 */
export function compileNeeds(services: readonly Service[]): Needs {
  const needs = services.map(({ mode, placement, needs: direct, anyOf, coordinators }) =>
    MODES[mode].standsBy && placement.length > 1
      ? [
          ...new Set([...direct, ...coordinators]),
          ...anyOf.flatMap((group) => group.map((choice, i) => (i < group.length - 1 ? ~choice : choice))),
        ]
      : [],
  );
  const coordinators = services.map((service) => service.coordinators);
  return {
    needs: packRows(needs),
    waiters: packRows(turned(needs)),
    coordinators: packRows(coordinators),
    coordinated: packRows(turned(coordinators)),
  };
}

function turned(rows: readonly (readonly number[])[]): number[][] {
  const back: number[][] = rows.map(() => []);
  rows.forEach((row, service) =>
    new Set(row.map((need) => (need < 0 ? ~need : need))).forEach((need) => back[need].push(service)),
  );
  return back;
}
