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

/** Outages of a third party that publishes nothing but a percentage: half are over in 30 min, 5% take 4 h. */
const THIRD_PARTY: Distribution = { kind: 'lognormal', median: 30 * 60, p95: 4 * 3600 };

type Failures = Field<readonly Named<ReadRecord<FailureFields>>[]> | undefined;

export function resolveFailures(
  failures: Failures,
  report: Report,
  of: 'component' | 'domain' | 'link',
): FailureMode[] {
  return valueOr(failures, []).map(({ name, field }) => {
    const latent = field.ok ? field.value.fields.latent : undefined;
    if (of !== 'component' && latent?.ok === true && latent.value)
      report.error(latent.at, of === 'domain' ? messages.latentDomain() : messages.linkIsNoticed());
    return { name, ...resolveFailure(field, report) };
  });
}

/**
 * The clock of one failure mode, from mtbf and mttr, from availability and mttr, or from an availability alone.
 * @param of what it is called: `shock`
 */
export function resolveFailure(
  field: Field<ReadRecord<FailureFields>>,
  report: Report,
  of = 'failure mode',
): Omit<FailureMode, 'name'> {
  if (!field.ok) return { up: UNKNOWN, down: UNKNOWN, losesData: false, isLatent: false };
  const { fields, at, keys, incomplete } = field.value;
  const { mtbf, availability, mttr } = fields;
  const losesData = valueOr(fields.data, 'kept') === 'lost';
  const isShareOnly = mttr === undefined && mtbf === undefined && availability?.ok === true && !incomplete;
  if (isShareOnly) report.assumptions.push({ path: at.path, text: messages.thirdParty(availability.value) });
  else if (mttr === undefined && !incomplete) report.error(at, messages.missingKey('mttr', of, ['90 s']));
  const down = valueOr(mttr, isShareOnly ? THIRD_PARTY : UNKNOWN);
  if (mtbf !== undefined && availability !== undefined)
    report.error(keys.get('availability') ?? at, messages.oneMtbf());
  if (mtbf === undefined && availability === undefined) report.error(at, messages.noMtbf());
  let up = valueOr(mtbf, UNKNOWN);
  if (mtbf === undefined && availability?.ok === true && (mttr?.ok === true || isShareOnly)) {
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
