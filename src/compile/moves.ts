import type { Model } from '../model/model.ts';
import { packRows } from './csr.ts';
import type { DrawList } from './draw-list.ts';
import type { Program } from './program.ts';

/** Members that are started elsewhere while their domain is down. */
export function compileMoves({ services, domains }: Model, draws: DrawList) {
  const kinds = [...new Set(domains.map(({ kind }) => kind))];
  const targets = packRows(services.map(({ reschedule }) => reschedule?.among ?? []));
  const drawOf = (of: 'after' | 'start') =>
    Int32Array.from(services, ({ reschedule }) => (reschedule === null ? -1 : draws.add(reschedule[of])));
  return {
    moveAfterDraw: drawOf('after'),
    moveStartDraw: drawOf('start'),
    moveHaltsAt: Float64Array.from(services, ({ reschedule }) => reschedule?.haltsAt ?? Infinity),
    moveTargetOffsets: targets.offsets,
    moveTargets: targets.list,
    domainKind: Int32Array.from(domains, ({ kind }) => kinds.indexOf(kind)),
    domainRoom: Float64Array.from(domains, ({ room }) => room),
  } satisfies Partial<Program>;
}
