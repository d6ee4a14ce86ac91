import { writeShare } from '../../units/index.ts';
import { mean } from '../../random/moments.ts';
import { messages } from '../messages/index.ts';
import type { Component, Model } from '../model.ts';
import { MODES } from '../modes.ts';
import type { Report } from '../report.ts';
import type { Whole } from './whole.ts';

/** Loads that nobody ever carries, or that nobody carries at the busiest hour; and traffic that scales nothing. */
export function checkLoads(
  model: Model,
  { fields, drafts, instances }: Pick<Whole, 'fields' | 'drafts' | 'instances'>,
  report: Report,
): void {
  const shares = model.traffic.length === 0 ? [1] : model.traffic.map(({ share }) => share);
  checkBySite(model, fields, report);
  const { daily } = fields.traffic?.ok === true ? fields.traffic.value.fields : {};
  if (daily !== undefined && model.services.every(({ load }) => load === null))
    report.warning(daily.at, messages.trafficWithoutLoad());
  model.services.forEach(({ load, placement, component }, i) => {
    if (load === null) return;
    const { site, written } = instances.all[i];
    const at = drafts[written].fields.load?.at ?? drafts[written].at;
    if (site.around !== null) report.error(at, messages.loadOfCopies());
    const most = placement.length * load.above;
    const [least, peak] = [Math.min(...shares) * load.worth, Math.max(...shares) * load.worth];
    const said = [placement.length, writeShare(most)] as const;
    if (least > most * (1 + 1e-9)) report.error(at, messages.noFleetCarries(writeShare(least), ...said));
    else if (peak > most * (1 + 1e-9)) report.warning(at, messages.peakAbove(writeShare(peak), ...said));
    if (load.crash !== null && isBackAtOnce(model.components[component]))
      report.error(at, messages.crashesForNoTime(model.components[component].name));
  });
}

/** It would crash again and again without end at one time. */
function isBackAtOnce({ restart, failures }: Component): boolean {
  return mean(restart) === 0 && !(failures.length > 0 && mean(failures[0].down) > 0);
}

/** Shares of sites in which nothing serves, or that leave out sites in which something does. */
function checkBySite({ services, domains, trafficBySite }: Model, fields: Whole['fields'], report: Report): void {
  const at = fields.traffic?.ok === true ? fields.traffic.value.fields['by-site']?.at : undefined;
  if (at === undefined || trafficBySite.length === 0) return;
  const given = new Set(trafficBySite.map(({ domain }) => domain));
  const spread = services.filter(
    ({ sites, mode, placement }) =>
      sites !== null && MODES[mode].spreads && placement.some((place) => given.has(place)),
  );
  if (spread.length === 0) report.warning(at, messages.bySiteOfNothing());
  for (const { name, placement } of spread) {
    const left = placement.filter((place) => !given.has(place)).map((place) => domains[place].name);
    if (left.length > 0) report.warning(at, messages.siteWithoutRequests(name, left.join(', ')));
  }
}
