import type { Model } from '../model/model.ts';
import type { Fleet } from './clocks.ts';
import { packRows } from './csr.ts';
import { compileInspections } from './inspections.ts';
import { OWNER, type Program } from './program.ts';
import type { StreamList } from './streams.ts';

/** How often passive members fail, what is looked for in them, and which fleets of clocks each service has. */
export function compileStandby(
  model: Model,
  fleets: readonly Fleet[],
  ownClocks: number,
  memberService: Int32Array,
  streams: StreamList,
) {
  const { services } = model;
  const rows = services.map((): number[] => []);
  fleets.forEach(({ kind, firstOwner, firstClock }, fleet) => {
    // Those of an experiment never ring by themselves, and have nothing to do with roles.
    if (kind.ownerKind === OWNER.member && firstClock < ownClocks) rows[memberService[firstOwner]].push(fleet);
  });
  const { offsets, list } = packRows(rows);
  return {
    serviceFleetOffsets: offsets,
    serviceFleets: list,
    ...compileInspections(model, streams),
    standbyFailures: Float64Array.from(services, ({ standbyFailures }) => standbyFailures),
    standbyStream: Int32Array.from(services, ({ name, standbyFailures: share }) =>
      share > 0 && share < 1 ? streams.add(`standby/${name}`, 1) : -1,
    ),
  } satisfies Partial<Program>;
}
