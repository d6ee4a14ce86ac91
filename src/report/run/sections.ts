import type { Section } from '../section.ts';
import type { Context } from './context.ts';
import { cost } from './cost.ts';
import { refusalSections } from '../refusals.ts';
import { incidents } from './incidents.ts';
import { services } from './services.ts';
import { targets } from './targets.ts';
import { times } from './times.ts';

/** What a run's report says below its headline. */
export function runSections(context: Context): Section[] {
  const sections = [targets, times, incidents, services, cost].flatMap((section) => section(context) ?? []);
  return [...sections, ...refusalSections(context.report.refused ?? [])];
}
