import { writeShare, writeTime } from '../../src/units/write.ts';

/** How long the playground's zones and regions are out, on average; it has no say in the share of time. */
const OUTAGE_MTTR = { zone: 2 * 3600, region: 4 * 3600 } as const;

/** One part that fails and is repaired. */
export function onePartModel(mtbf: number, mttr: number): string {
  return `# A = MTBF / (MTBF + MTTR): one part that fails and is repaired, and nothing else.
nines: 1
name: One part

${components(mtbf, mttr)}
services:
  system: { component: part }
`;
}

/** k of n independent parts. */
export function kOfNModel(mtbf: number, mttr: number, required: number, replicas: number): string {
  const what = required === replicas ? `all of ${replicas} parts` : `${required} of ${replicas} parts`;
  return `# The system is up while ${what} are up. They share nothing, so the arithmetic holds.
nines: 1
name: ${required} of ${replicas}

${components(mtbf, mttr)}
services:
  system: { component: part, replicas: ${replicas}, required: ${required} }
`;
}

interface SharedModel {
  readonly mtbf: number;
  readonly mttr: number;
  readonly replicas: number;
  readonly required: number;
  readonly zones: number;
  /** Unavailabilities. */
  readonly zone: number;
  readonly region: number;
}

/** Replicas over the zones of a region, which fail as a whole. */
export function sharedDomainsModel({ mtbf, mttr, replicas, required, zones, zone, region }: SharedModel): string {
  const names = Array.from({ length: zones }, (_, i) => `zone-${String.fromCharCode(97 + i)}`);
  const over = `${replicas} replicas over ${zones} ${zones === 1 ? 'zone' : 'zones'}`;
  const trees = names.map(
    (name) => `      ${name}: { kind: zone, failures: { outage: ${outage(zone, OUTAGE_MTTR.zone)} } }`,
  );
  return `# ${over} of one region, ${required} needed. The arithmetic gives each replica a zone of its own.
nines: 1
name: ${replicas} replicas, ${zones} ${zones === 1 ? 'zone' : 'zones'}

domains:
  region:
    kind: region
    failures: { outage: ${outage(region, OUTAGE_MTTR.region)} }
    domains:
${trees.join('\n')}

${components(mtbf, mttr)}
services:
  system: { component: part, replicas: ${replicas}, required: ${required}, in: region, across: zone }
`;
}

function components(mtbf: number, mttr: number): string {
  return `components:
  part: { failures: { failure: { mtbf: ${writeTime(mtbf)}, mttr: ${writeTime(mttr)} } } }
`;
}

function outage(unavailability: number, mttr: number): string {
  // Through a number of nine digits: 1 − 0.0005 is not quite 0.9995.
  return `{ availability: ${writeShare(Number((1 - unavailability).toPrecision(15)))}, mttr: ${writeTime(mttr)} }`;
}
