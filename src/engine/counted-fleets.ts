import { FLEET, OWNER, type Program, SOURCE } from '../compile/program.ts';

type Field = Exclude<keyof typeof FLEET, 'stride'>;
const whatever = () => true;
/** What `counted.ts` was written for. A field that is added does not compile before somebody has thought about it. */
const HOLDS_FOR: Readonly<Record<Field, (value: number) => boolean>> = {
  ownerKind: (kind) => kind === OWNER.member,
  losesData: (does) => does === 0,
  latent: (is) => is === 0,
  work: (work) => work < 0,
  ...{
    clock: whatever,
    clocks: whatever,
    start: whatever,
    owner: whatever,
    upDraw: whatever,
    downDraw: whatever,
    cause: whatever,
    stream: whatever,
  },
};

/**
 * [fleet] 1: its clocks are those of members of one service that only counts, and their repairs wait for nothing. None
 * where standbys fail less, or work is planned.
 */
export function countedFleets(p: Program): Uint8Array {
  const { counts, fleets, memberService, serviceOnlyCounts, standbyFailures } = p;
  const isPlain = counts.maintained === 0 && standbyFailures.every((share) => share === 1);
  return Uint8Array.from({ length: fleets.length / FLEET.stride }, (_, fleet) => {
    const at = fleet * FLEET.stride;
    const holds = (field: Field) => HOLDS_FOR[field](fleets[at + FLEET[field]]);
    if (!isPlain || !(Object.keys(HOLDS_FOR) as Field[]).every(holds)) return 0;
    const first = memberService[fleets[at + FLEET.owner]];
    const last = memberService[fleets[at + FLEET.owner] + fleets[at + FLEET.clocks] - 1];
    return first === last ? serviceOnlyCounts[first] : 0;
  });
}

/** Most rings are theirs, so that it pays to look for them first. @param counted [fleet] */
export function countedRingMost({ clockFleet, counts, sources, sourceGap }: Program, counted: Uint8Array): boolean {
  let more = 0;
  for (let source = 0; source < counts.sources; source++)
    more += (counted[clockFleet[sources[source * SOURCE.stride + SOURCE.clock]]] - 0.5) / sourceGap[source];
  return more > 0;
}
