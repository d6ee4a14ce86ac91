import { FLEET, OWNER, type Program } from '../compile/program.ts';
import type { Feature } from '../model/features.ts';
import { refusal } from '../model/features.ts';
import type { Model } from '../model/model.ts';
import type { Distribution } from '../random/distribution.ts';
import { mean, variance } from '../random/moments.ts';

/** Features of the language for which strikes on copies were proved against exact values. */
const FEATURES = [
  'failures',
  'placement',
  'restart',
  'shocks',
  'shocks that hit domains',
  'warm-up',
  'experiments',
  'active-active',
  'health-check',
  'active-passive',
  'standby-failures',
  'failback',
  'false-positive',
  'quorum',
  'needs',
  'data: lost',
  'teams',
  'repair-needs',
  'spares',
  'repair: each',
  'latent',
  'drift',
  'coordinators',
  'failsafe',
  'deploys',
  'maintenance',
  'renews',
  'replication',
  'sharded',
  'load',
  'by-site',
  'cascades',
  'wants',
  'any-of',
  'links',
  'reschedule',
  'sites',
  'backup',
] as const satisfies readonly Feature[];

/** A delay that varies more than this, relative to its mean, has to be drawn longer in copies, or it is missed. */
const WIDEST = 1.2;

/** Of fleets that are larger the rare is the sum of very many ways, each of many failures. */
const MOST_MEMBERS = 2_000;

/** Why the rare cannot be struck in copies of this model's state, as a clause; null: it can. */
export function refusedRare(model: Model, program: Program): string | null {
  const feature = refusal(model, FEATURES);
  if (feature !== null) return feature;
  if (model.simulation.warmUpSeconds === 0) return 'its histories do not begin in the long run (`warm-up: 0 s`)';
  if (program.counts.members > MOST_MEMBERS)
    return `it has more than ${MOST_MEMBERS} members, and the rare may be too many failures at once`;
  return refusedAnswers(program) ?? refusedClocks(program) ?? refusedRestarts(model);
}

function refusedAnswers(program: Program): string | null {
  const { answerOffsets, answerCode, entry } = program;
  for (const service of answerCode.subarray(answerOffsets[entry], answerOffsets[entry + 1])) {
    if (service >= 0 && answersPart(program, service))
      return 'a service may answer a share that is enough, and two of them too little';
  }
  return null;
}

/** With one member less than it requires, or with one that is dead and still in rotation. */
function answersPart(program: Program, service: number): boolean {
  const { serviceRequired, serviceDegrades, serviceChecked, serviceRetries, downBelow } = program;
  const required = serviceRequired[service];
  const members = program.serviceMembers[service + 1] - program.serviceMembers[service];
  if (serviceDegrades[service] === 1 && (required - 1) / required >= downBelow) return true;
  return serviceChecked[service] === 1 && serviceRetries[service] === 0 && (members - 1) / members >= downBelow;
}

function refusedClocks({ fleets, startsSteady, counts }: Program): string | null {
  if (startsSteady) return null;
  for (let at = 0; at < fleets.length; at += FLEET.stride)
    if (fleets[at + FLEET.ownerKind] !== OWNER.deploy && fleets[at + FLEET.clock] >= counts.exponentialClocks)
      return 'its histories do not begin in the long run, and a time to failure remembers how it began';
  return null;
}

function refusedRestarts({ components, services }: Model): string | null {
  if (components.some(({ restart }) => isTooWide(restart)))
    return 'a restart varies so much that copies would miss the long ones';
  return services.some(({ healthCheck }) => healthCheck !== null && isTooWide(healthCheck.slowStart))
    ? 'a slow start varies so much that copies would miss the long ones'
    : null;
}

function isTooWide(delay: Distribution): boolean {
  const widest = WIDEST * mean(delay);
  return variance(delay) > widest * widest;
}
