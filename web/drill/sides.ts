import type { Model, Service } from '../../src/model/model.ts';
import { MODES } from '../../src/model/modes.ts';
import { linkName, parts, sideOf } from '../../src/model/network.ts';
import { membersOf, membersOfService } from '../../src/topology/members.ts';
import { stageCaption } from '../../src/topology/stage-words.ts';
import type { Moment } from '../../src/topology/state.ts';

/** What the part of a service at one end of a cut does. */
export interface Side {
  /** The domain at that end. */
  readonly end: string;
  readonly does: 'serves' | 'diverges' | 'refuses';
  readonly says: string;
}

/** A link that is cut, and the services that have members at both ends of it. */
interface Cut {
  readonly link: string;
  readonly parted: readonly { readonly service: string; readonly sides: readonly [Side, Side] }[];
}

/** Both sides of each cut at a moment; several links between the same two are cut while all of them are. */
export function cutsAt(model: Model, moment: Pick<Moment, 'linksUp' | 'membersUp' | 'active' | 'stages'>): Cut[] {
  const names = model.links.map((link) => linkName(model, { between: sorted(link.between) }));
  return model.links.flatMap((link, i) => {
    const isFirst = names.indexOf(names[i]) === i;
    const isCut = names.every((name, k) => name !== names[i] || moment.linksUp?.[k] === false);
    if (!isFirst || !isCut) return [];
    const parted = model.services.flatMap((service, index) => {
      if (!parts(model, link, service.placement)) return [];
      const side = (number: 1 | 2) => sideAt(model, moment, index, link.between, number);
      return [{ service: service.name, sides: [side(1), side(2)] as const }];
    });
    return [{ link: linkName(model, link), parted }];
  });
}

function sorted([a, b]: readonly [number, number]): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}

function sideAt(
  model: Model,
  { membersUp, active, stages }: Pick<Moment, 'membersUp' | 'active' | 'stages'>,
  index: number,
  between: readonly [number, number],
  number: 1 | 2,
): Side {
  const service = model.services[index];
  const members = membersOf(model);
  const here = membersOfService(members, model, index).filter(
    (_, replica) => sideOf(model, { between }, service.placement[replica]) === number,
  );
  const up = here.filter((member) => membersUp[member]);
  const end = model.domains[between[number - 1]].name;
  const name = (member: number) => members.at(member).name;
  const side = (does: Side['does'], says: string): Side => ({ end, does, says });
  if (disagrees(service)) {
    if (up.length === 0) return side('refuses', 'nobody is left on this side');
    return service.onPartition === 'available'
      ? side(
          'diverges',
          `${few(up.map(name))} ${up.length === 1 ? 'goes' : 'go'} on, and the other side knows nothing of it`,
        )
      : side('serves', `${few(up.map(name))}: this side has the majority`);
  }
  if (MODES[service.mode].leader === null)
    return up.length === 0 ? side('refuses', 'nobody is left on this side') : side('serves', few(up.map(name)));
  const stage = stages?.[index] ?? 'serving';
  const leads = active[index];
  if (stage !== 'serving')
    return side(
      'refuses',
      here.includes(leads) || leads < 0 ? stageCaption(stage) : `${stageCaption(stage)} elsewhere`,
    );
  if (here.includes(leads)) return side('serves', `${name(leads)} is ${MODES[service.mode].leader}`);
  const waits = up.length === 0 ? 'nobody is left on this side' : `${few(up.map(name))} cannot reach ${name(leads)}`;
  return side('refuses', leads < 0 ? 'nobody leads' : waits);
}

/** Members that all serve and share data: sides can differ. */
function disagrees({ mode, replication, onPartition }: Service): boolean {
  return onPartition === 'available' || (MODES[mode].spreads && replication !== null);
}

function few(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
}
