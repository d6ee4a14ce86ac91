import type { FailureFields } from '../language/infrastructure.ts';
import type { FailureMode, Model } from '../model.ts';
import { FAILURE_TIMES } from '../times.ts';
import { writeExponential } from './times.ts';
import { byName, present, type Printed } from './tree.ts';

export function printFailures(failures: readonly FailureMode[], model: Model): Printed | undefined {
  return byName(failures.map((failure) => [failure.name, present(printFailure(failure, model))]));
}

/** Every key of a failure mode: what is missing here would be lost from a model that is printed. */
type PrintedKey = Exclude<keyof FailureFields, 'availability'>;

export function printFailure(
  failure: FailureMode,
  { teams, services }: Model,
): Readonly<Record<PrintedKey, Printed | undefined>> {
  const { up, down } = FAILURE_TIMES;
  const { work } = failure;
  const needs = new Set(work?.needs.map((service) => services[service].written));
  const hasTeam = work !== undefined && work.team !== null;
  return {
    [up.written]: writeExponential(failure.up),
    [down.written]: writeExponential(failure.down),
    data: failure.losesData ? 'lost' : 'kept',
    latent: failure.isLatent ? true : undefined,
    'repaired-by': hasTeam ? teams[work.team].name : undefined,
    priority: hasTeam ? work.priority : undefined,
    'needs-spare': work?.needsSpare === true ? true : undefined,
    'repair-needs': needs.size > 0 ? [...needs] : undefined,
  };
}
