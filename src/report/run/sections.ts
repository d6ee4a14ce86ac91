import type { Section } from '../section.ts';
import type { Context } from './context.ts';
import { cost } from './cost.ts';
import { doubt } from './doubt.ts';
import { experimentSections } from '../experiments/sections.ts';
import { refusalSections } from '../refusals.ts';
import { incidents } from './incidents.ts';
import { mission } from './mission.ts';
import { planned } from './planned.ts';
import { services } from './services.ts';
import { sla } from './sla.ts';
import { targets } from './targets.ts';
import { teams } from './teams.ts';
import { times } from './times.ts';
import { plainText } from '../text.ts';

/** What a run's report says below its headline. */
export function runSections(context: Context): Section[] {
  const sections = [targets, doubt, sla, planned, mission, times, incidents, teams, services, cost].flatMap(
    (section) => section(context) ?? [],
  );
  const { experiments = [] } = context.report;
  const ofExperiments = experiments.length === 0 ? [] : experimentSections({ experiments }, context.paint);
  return [...sections, ...ofExperiments, ...assumed(context), ...refusalSections(context.report.refused ?? [])];
}

/** What the model does not say, and what is taken for it. */
function assumed({ report: { assumptions = [] } }: Context): Section[] {
  if (assumptions.length === 0) return [];
  return [{ title: 'Assumptions', notes: assumptions.map(({ path, text }) => plainText(`${path}: ${text}`)) }];
}
