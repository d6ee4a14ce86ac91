import type { Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { packRows, type Rows } from './csr.ts';

/**
 * [service] what a standby's promotion waits for: the service's direct needs, where there is a standby at all; and the
 * same the other way round, [need] the services that wait for it.
 */
export function compileNeeds(services: readonly Service[]): { readonly needs: Rows; readonly waiters: Rows } {
  const needs = services.map(({ mode, placement, needs: direct }) =>
    MODES[mode].standsBy && placement.length > 1 ? direct : [],
  );
  const waiters: number[][] = services.map(() => []);
  needs.forEach((row, service) => row.forEach((need) => waiters[need].push(service)));
  return { needs: packRows(needs), waiters: packRows(waiters) };
}
