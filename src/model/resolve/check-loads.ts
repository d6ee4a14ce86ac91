import { writeShare } from '../../units/index.ts';
import { mean } from '../../random/moments.ts';
import { messages } from '../messages/index.ts';
import type { Component, Model } from '../model.ts';
import type { Report } from '../report.ts';
import type { Whole } from './whole.ts';

/** Loads that nobody ever carries, or that nobody carries at the busiest hour; and traffic that scales nothing. */
export function checkLoads(
  model: Model,
  { fields, drafts, instances }: Pick<Whole, 'fields' | 'drafts' | 'instances'>,
  report: Report,
): void {
  const shares = model.traffic.length === 0 ? [1] : model.traffic.map(({ share }) => share);
  if (fields.traffic?.ok === true && model.services.every(({ load }) => load === null))
    report.warning(fields.traffic.at, messages.trafficWithoutLoad());
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
