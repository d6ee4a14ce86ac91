import type { Feature } from '../model/features.ts';
import { refusal } from '../model/features.ts';
import type { Model } from '../model/model.ts';

/**
 * Features with which a history may begin in the steady state of its clocks (renewal theory; Cox 1962, ch. 5): all of
 * them leave each clock alternating by itself, whatever becomes of its members. A clock that waits for somebody does
 * not.
 */
export const STEADY_START = [
  'failures',
  'data: lost',
  'placement',
  'restart',
  'shocks',
  'shocks that hit domains',
  'warm-up',
  'experiments',
  'active-active',
  'health-check',
  'active-passive',
  'failback',
  'coordinators',
  'failsafe',
  'false-positive',
  'quorum',
  'links',
  'available',
  'sharded',
  'load',
  'cascades',
  'reschedule',
  'by-site',
  'standbys-answer',
  'replication',
  'backup',
  'several backups',
  'needs',
  'any-of',
  'within',
  'wants',
  'sites',
] as const satisfies readonly Feature[];

/**
 * Repairs that wait for people, parts or services have no closed steady state. Clocks with such repairs begin up, with
 * what is left of their time up as in the long run; who is at work, and who waits, is left to the warm-up. So is
 * planned work; what it renews begins at the ages that it leaves (`engine/maintenance.ts`).
 */
const SETTLING = ['teams', 'repair-needs', 'spares', 'maintenance', 'renews'] as const satisfies readonly Feature[];

/** Deploys go out whatever fails, the first one at a random moment of their time; a bad one is left to the warm-up. */
const BY_THEMSELVES = ['deploys'] as const satisfies readonly Feature[];

/** Where it may not, everything is new and up at the beginning, and the warm-up has to do it all. */
export function startsSteady(model: Pick<Model, 'words'>): boolean {
  return refusal(model, [...STEADY_START, ...SETTLING, ...BY_THEMSELVES]) === null;
}
