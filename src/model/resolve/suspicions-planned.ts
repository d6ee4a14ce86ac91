import { mean } from '../../random/moments.ts';
import { type Hours, openShare } from '../../units/index.ts';
import { messages } from '../messages/index.ts';
import type { Model } from '../model.ts';
import type { Report } from '../report.ts';
import type { Whole } from './whole.ts';

/** Work that is hardly ever done, or does nothing. Of a model without errors. */
export function suspectMaintenance(model: Model, { drafts }: Whole, report: Report): void {
  for (const { fields, name } of drafts) {
    const service = model.services.find(({ written }) => written === name);
    if (service === undefined || service.maintenance === null || fields.maintenance?.ok !== true) continue;
    const { component, maintenance, placement } = service;
    const { at, value } = fields.maintenance;
    const said = value.fields;
    const takes = mean(maintenance.takes);
    const stretch = maintenance.window === null ? Infinity : longest(maintenance.window);
    if (takes > stretch) report.warning(said.window?.at ?? at, messages.windowTooShort(takes, stretch));
    const open = maintenance.everySeconds * openShare(maintenance.window);
    const needs = takes * (maintenance.renews ? 1 : placement.length);
    if (needs > open) report.warning(at, messages.maintainedTooSeldom(needs, open, maintenance.everySeconds));
    if (!maintenance.renews) continue;
    const { name: of, failures } = model.components[component];
    if (failures.every(({ up }) => up.kind === 'exponential'))
      report.warning(said.renews?.at ?? at, messages.renewsNothing(of));
  }
}

function longest(hours: Hours): number {
  return hours.reduce((most, edge, i) => (i % 2 === 0 ? most : Math.max(most, edge - hours[i - 1])), 0);
}
