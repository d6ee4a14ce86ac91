import type { Model, Service } from '../model/model.ts';
import { AT_ONCE, type Distribution } from '../random/distribution.ts';
import { isConstantZero } from '../random/parameters.ts';
import type { DrawList } from './draw-list.ts';
import type { Program } from './program.ts';

/** How much each service carries, when, and for whom. @param cause index of a cause by its name */
export function compileLoad(model: Model, draws: DrawList, cause: (name: string) => number) {
  const { services, traffic, trafficBySite } = model;
  const shareOf = new Map(trafficBySite.map(({ domain, share }) => [domain, share]));
  const hasLoad = services.some(({ load }) => load !== null);
  const steps = hasLoad ? traffic : [];
  return {
    loadWorth: Float64Array.from(services, ({ load }) => load?.worth ?? 0),
    loadAbove: Float64Array.from(services, ({ load }) => load?.above ?? 0),
    crashDraw: Int32Array.from(services, ({ load }) => (load?.crash ? draws.add(load.crash.after) : -1)),
    crashBackDraw: Int32Array.from(services, (service) =>
      service.load?.crash ? draws.add(timeBack(model, service)) : -1,
    ),
    trafficFrom: Float64Array.from(steps, ({ fromSeconds }) => fromSeconds),
    trafficShare: Float64Array.from(steps, ({ share }) => share),
    siteRequests: Float64Array.from(
      trafficBySite.length === 0
        ? []
        : services.flatMap(({ sites, placement }) =>
            placement.map((place) => (sites === null ? 0 : (shareOf.get(place) ?? 0))),
          ),
    ),
    trafficCause: steps.length > 1 ? cause('traffic/daily') : 0,
  } satisfies Partial<Program>;
}

/** From the crash of an overloaded member until it works again: its restart, else the repair of its first failure. */
function timeBack({ components }: Pick<Model, 'components'>, { component }: Service): Distribution {
  if (component < 0) return AT_ONCE;
  const { restart, failures } = components[component];
  return isConstantZero(restart) ? (failures[0]?.down ?? AT_ONCE) : restart;
}
