import type { Maintenance } from '../model/maintenance.ts';
import type { Model, Service } from '../model/model.ts';
import type { Hours } from '../units/hours.ts';
import { WEEK_SECONDS } from '../units/hours.ts';
import type { DrawList } from './draw-list.ts';
import { PLANNED } from './program-planned.ts';
import type { Program } from './program.ts';
import type { StreamList } from './streams.ts';

/** What planned work on a service is called as a cause. */
export function maintenanceCause({ name }: Pick<Service, 'name'>): string {
  return `${name}/maintenance`;
}

/** Windows of maintenance: rows of hours after those of the teams. */
export function windowsOf({ services }: Pick<Model, 'services'>): Hours[] {
  return services.flatMap(({ maintenance }) => (isLimited(maintenance) ? [maintenance.window] : []));
}

function isLimited(maintenance: Maintenance | null): maintenance is Maintenance & { readonly window: Hours } {
  return (
    maintenance !== null && maintenance.window !== null && maintenance.window[1] - maintenance.window[0] < WEEK_SECONDS
  );
}

/** Planned work that takes members out in turn. */
export function compileMaintenance(
  { services, components, teams }: Model,
  streams: StreamList,
  draws: DrawList,
  cause: (name: string) => number,
) {
  let windows = teams.length;
  const wearing = ({ component }: Service) =>
    component < 0 ? [] : components[component].failures.filter(({ up }) => up.kind !== 'exponential');
  return {
    maintainEvery: Float64Array.from(services, ({ maintenance }) => maintenance?.everySeconds ?? 0),
    maintainTakesDraw: Int32Array.from(services, ({ maintenance: m }) => (m === null ? -1 : draws.add(m.takes))),
    maintainMostOut: Int32Array.from(services, ({ maintenance }) => maintenance?.mostOut ?? 0),
    maintainRenews: Uint8Array.from(services, ({ maintenance }) => (maintenance?.renews === true ? 1 : 0)),
    // Whoever has one such failure mode is new after its repair.
    repairRenews: Uint8Array.from(services, (service) =>
      service.maintenance?.renews === true && wearing(service).length === 1 ? 1 : 0,
    ),
    maintainHours: Int32Array.from(services, ({ maintenance }) => (isLimited(maintenance) ? windows++ : -1)),
    maintainStream: Int32Array.from(services, ({ name, maintenance }) =>
      maintenance === null ? -1 : streams.add(`maintenance/${name}`, 1),
    ),
    maintainCause: Int32Array.from(services, (service) =>
      service.maintenance === null ? -1 : cause(maintenanceCause(service)),
    ),
  } satisfies Partial<Program>;
}

/** How much of it there is (`Program.counts`). */
export function plannedCounts({ causePlanned, maintainEvery }: Pick<Program, 'causePlanned' | 'maintainEvery'>) {
  return {
    maintained: maintainEvery.reduce((sum, every) => sum + (every > 0 ? 1 : 0), 0),
    planned: causePlanned.some((planned) => planned !== PLANNED.none) ? 1 : 0,
  };
}
