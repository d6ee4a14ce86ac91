import { writeShare } from '../../units/index.ts';
import { DAY_SECONDS, clockSeconds } from '../../units/hours.ts';
import { AT_ONCE } from '../../random/distribution.ts';
import type { DocumentFields, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Load, SiteTraffic, TrafficStep } from '../load.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';
import type { Names } from './names.ts';

/** How much work there is for its members, and what becomes of what is too much. */
export function resolveLoad({ load, overload }: ServiceFields, isSited: boolean, report: Report): Load | null {
  if (load === undefined && overload !== undefined) report.error(overload.at, messages.overloadWithoutLoad());
  if (load !== undefined && isSited) report.error(load.at, messages.loadOfSites());
  if (load?.ok !== true) return null;
  const fields = overload?.ok === true ? overload.value.fields : {};
  const crashes = fields.then?.ok === true && fields.then.value === 'crash';
  if (fields.after !== undefined && !crashes && !isBad(fields.then))
    report.error(fields.after.at, messages.afterWithoutCrash());
  return {
    worth: load.value,
    above: valueOr(fields.above, 1),
    crash: crashes ? { after: valueOr(fields.after, AT_ONCE) } : null,
  };
}

/** The share of each load by the time of the day, in the order of the day. */
export function resolveTraffic({ traffic }: DocumentFields, report: Report): TrafficStep[] {
  const daily = traffic?.ok === true ? traffic.value.fields.daily : undefined;
  if (daily?.ok === true && daily.value.length === 0) report.error(daily.at, messages.noHours());
  const steps: TrafficStep[] = [];
  for (const { name, at, field } of valueOr(daily, [])) {
    const fromSeconds = clockSeconds(name);
    if (fromSeconds === null || fromSeconds >= DAY_SECONDS) report.error(at, messages.notAnHour(name));
    else if (steps.some((step) => step.fromSeconds === fromSeconds)) report.error(at, messages.hourTwice(name));
    else if (field.ok) steps.push({ fromSeconds, share: field.value });
  }
  return steps.sort((a, b) => a.fromSeconds - b.fromSeconds);
}

/** The shares of requests by the site that answers them: all of them together. */
export function resolveBySite({ traffic }: DocumentFields, domains: Names, report: Report): SiteTraffic[] {
  const named = traffic?.ok === true ? traffic.value.fields['by-site'] : undefined;
  const shares = valueOr(named, []).flatMap(({ name, at, field }): SiteTraffic[] => {
    const domain = domains.indexOf(name);
    if (domain < 0) domains.unknown(name, at);
    return domain < 0 || !field.ok ? [] : [{ domain, share: field.value }];
  });
  const sum = shares.reduce((total, { share }) => total + share, 0);
  if (named?.ok === true && shares.length === named.value.length && Math.abs(sum - 1) > 1e-6)
    report.error(named.at, messages.notAllRequests(writeShare(Number(sum.toPrecision(9)))));
  return shares;
}
