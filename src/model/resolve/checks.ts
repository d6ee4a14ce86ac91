import type { FailureFields } from '../language/infrastructure.ts';
import type { Field, Named, ReadRecord } from '../language/kinds.ts';
import type { CheckRecord } from '../language/planned.ts';
import type { DocumentFields, NamedService } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Check, FailureMode, Model, Service } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { valueOr } from './fields.ts';

/** Stands where a time is wrong; a model with it is never handed out. */
const UNKNOWN = 1;

/** [component] how its latent faults are found. */
export function resolveChecks(fields: DocumentFields, report: Report): (Check | null)[] {
  return valueOr(fields.components, []).map(({ field }) =>
    resolveCheck(field.ok ? field.value.fields.check : undefined, null, report),
  );
}

/** @param otherwise what holds where nothing is said */
export function resolveCheck(
  field: Field<CheckRecord> | undefined,
  otherwise: Check | null | undefined,
  report: Report,
): Check | null {
  if (field?.ok !== true) return otherwise ?? null;
  const { every, coverage, staggered } = field.value.fields;
  if (every?.ok === true && every.value === 0) report.error(every.at, messages.checksInNoTime());
  if (coverage?.ok === true && coverage.value === 0) report.error(coverage.at, messages.checkFindsNothing());
  return {
    everySeconds: valueOr(every, UNKNOWN) || UNKNOWN,
    coverage: valueOr(coverage, 1),
    isStaggered: valueOr(staggered, false),
  };
}

/** Latent faults that nothing finds, and checks that have nothing to find. */
export function suspectChecks(
  model: Model,
  fields: DocumentFields,
  named: readonly NamedService[],
  report: Report,
): void {
  const { services, components } = model;
  const latentOf = ({ component }: Service) => (component < 0 ? [] : components[component].failures.filter(isLatent));
  valueOr(fields.components, []).forEach(({ field, at }, component) => {
    const used = services.filter((service) => service.component === component);
    const record = field.ok ? field.value : null;
    const latent = components[component].failures.find(isLatent);
    if (latent === undefined) {
      if (record?.fields.check !== undefined) report.warning(record.fields.check.at, messages.nothingToCheck());
      return;
    }
    const place = placeOfMode(record?.fields.failures, latent.name) ?? at;
    const unchecked = used.find(({ check, mode }) => check === null && !MODES[mode].standsBy);
    const untried = used.find(
      ({ check, failover }) => check === null && failover !== null && failover.drillSeconds === null,
    );
    if (unchecked !== undefined) report.warning(place, messages.neverFound(latent.name, unchecked.written));
    else if (untried !== undefined) report.warning(place, messages.foundTooLate(latent.name, untried.written));
  });
  named.forEach(({ name, field }) => {
    const said = field.ok ? field.value.fields.check : undefined;
    const service = services.find(({ written }) => written === name);
    if (said !== undefined && service !== undefined && latentOf(service).length === 0)
      report.warning(said.at, messages.nothingToCheck());
  });
}

type Failures = Field<readonly Named<ReadRecord<FailureFields>>[]> | undefined;

/** Where a failure mode says that nobody notices it. */
function placeOfMode(failures: Failures, mode: string): Location | undefined {
  const field = valueOr(failures, []).find(({ name }) => name === mode)?.field;
  return field?.ok === true ? field.value.fields.latent?.at : undefined;
}

function isLatent(mode: FailureMode): boolean {
  return mode.isLatent;
}
