import { parsePlain } from '../../units/index.ts';
import type { Named } from '../language/kinds.ts';
import type { DocumentFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Model } from '../model.ts';
import type { Sla, SlaWindows } from '../sla.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';

/** What is promised to users. */
export function resolveSla({ sla: given, targets }: DocumentFields, report: Report): Sla {
  const sla = given?.ok === true ? given.value.fields : {};
  const errorRate = sla['error-rate'];
  if (errorRate?.ok === true && errorRate.value === 1) report.warning(errorRate.at, messages.neverDown());
  const asks = [sla.promise, sla.window, sla.fee, sla.credits].find((field) => field !== undefined);
  const stated = targets?.ok === true ? targets.value.fields.availability : undefined;
  const promise = valueOr(sla.promise, null) ?? valueOr(stated, null);
  let windows: SlaWindows | null = null;
  if (asks !== undefined && promise === null) {
    if (!isBad(sla.promise) && !isBad(stated)) report.error(asks.at, messages.noPromise());
  } else if (asks !== undefined && promise !== null) {
    if (promise === 1) report.warning(asks.at, messages.noBudget());
    const credits = valueOr(sla.credits, []).flatMap((each) => resolveCredit(each, report));
    if (sla.credits?.ok === true && sla.credits.value.length === 0) report.error(sla.credits.at, messages.noCredits());
    if (sla.credits !== undefined && sla.fee === undefined) report.error(sla.credits.at, messages.creditsWithoutFee());
    if (sla.fee !== undefined && sla.credits === undefined) report.warning(sla.fee.at, messages.feeWithoutCredits());
    credits.sort((a, b) => b.below - a.below);
    const unfair = credits.findIndex(({ share }, i) => i > 0 && share < credits[i - 1].share);
    if (unfair > 0 && sla.credits !== undefined) report.warning(sla.credits.at, messages.creditsFall());
    windows = { window: valueOr(sla.window, 'month'), promise, feePerSecond: valueOr(sla.fee, 0), credits };
  }
  const excludes = valueOr(sla.excludes, []).flatMap((field) => (field.ok ? [field.value] : []));
  return {
    errorRate: valueOr(errorRate, 0.05),
    toleratesSeconds: valueOr(sla.tolerates, 0),
    excludes: [...new Set(excludes)],
    windows,
  };
}

function resolveCredit({ name, at, field }: Named<number>, report: Report): SlaWindows['credits'] {
  const below = shareOf(name);
  if (below === null) report.error(at, messages.creditBelow(name));
  return below === null || !field.ok ? [] : [{ below, share: field.value }];
}

function shareOf(text: string): number | null {
  const plain = parsePlain(text, []);
  return plain?.kind === 'number' && plain.value > 0 && plain.value <= 1 ? plain.value : null;
}

/** Planned work that the model has none of. Of a model without errors. */
export function suspectSla({ services }: Model, { sla: given }: DocumentFields, report: Report): void {
  const excludes = given?.ok === true ? valueOr(given.value.fields.excludes, []) : [];
  const isPlanned = {
    maintenance: services.some(({ maintenance }) => maintenance !== null),
    deploy: services.some(({ deploy }) => deploy !== null),
  };
  for (const field of excludes)
    if (field.ok && !isPlanned[field.value]) report.warning(field.at, messages.nothingExcluded(field.value));
}
