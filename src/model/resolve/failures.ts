import type { Distribution } from '../../random/distribution.ts';
import { mean } from '../../random/moments.ts';
import type { Field, Named, ReadRecord } from '../language/kinds.ts';
import type { FailureFields } from '../language/infrastructure.ts';
import { messages } from '../messages/index.ts';
import type { FailureMode } from '../model.ts';
import type { Report } from '../report.ts';
import { valueOr } from './fields.ts';

/** Stands where a time is wrong; a model with it is never handed out. */
const UNKNOWN: Distribution = { kind: 'constant', value: 1 };

type Failures = Field<readonly Named<ReadRecord<FailureFields>>[]> | undefined;

export function resolveFailures(failures: Failures, report: Report, of: 'component' | 'domain'): FailureMode[] {
  return valueOr(failures, []).map(({ name, field }) => {
    const latent = field.ok ? field.value.fields.latent : undefined;
    if (of === 'domain' && latent?.ok === true && latent.value) report.error(latent.at, messages.latentDomain());
    return { name, ...resolveFailure(field, report) };
  });
}

/** The clock of one failure mode, from mtbf and mttr or from availability and mttr. */
export function resolveFailure(field: Field<ReadRecord<FailureFields>>, report: Report): Omit<FailureMode, 'name'> {
  if (!field.ok) return { up: UNKNOWN, down: UNKNOWN, losesData: false, isLatent: false };
  const { fields, at, keys } = field.value;
  const { mtbf, availability, mttr } = fields;
  const losesData = valueOr(fields.data, 'kept') === 'lost';
  const down = valueOr(mttr, UNKNOWN);
  if (mtbf !== undefined && availability !== undefined)
    report.error(keys.get('availability') ?? at, messages.oneMtbf());
  if (mtbf === undefined && availability === undefined) report.error(at, messages.noMtbf());
  let up = valueOr(mtbf, UNKNOWN);
  if (mtbf === undefined && availability?.ok === true && mttr?.ok === true) {
    const share = availability.value;
    const seconds = (mean(down) * share) / (1 - share);
    if (!(seconds > 0)) report.error(availability.at, messages.noRepairTime());
    else if (!Number.isFinite(seconds)) report.error(availability.at, messages.notFinite('the mtbf that follows'));
    else up = { kind: 'exponential', mean: seconds };
  }
  const known = mttr?.ok === true && (mtbf?.ok === true || availability?.ok === true);
  if (known && mean(up) < mean(down)) report.warning(at, messages.mtbfBelowMttr(mean(up), mean(down)));
  const isLatent = valueOr(fields.latent, false);
  if (isLatent && losesData) report.error(keys.get('latent') ?? at, messages.latentLoss());
  return { up, down, losesData, isLatent };
}
