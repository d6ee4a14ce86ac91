/* What the kinds of reports are made of, as one place to import them from; `report-*.ts` have them one by one. */
export type { Exact, ExactFigures, ExactIncidents, ExactLosses } from './report-exact.ts';
export type * from './report-comparison.ts';
export type * from './report-doubt.ts';
export type * from './report-estimate.ts';
export type * from './report-experiments.ts';
export type * from './report-mission.ts';
export type * from './report-planned.ts';
export type * from './report-rare.ts';
export type * from './report-run.ts';
export type * from './report-sla.ts';
export type * from './report-sweep.ts';
export type * from './report-targets.ts';
export type * from './report-teams.ts';
export type * from './report-times.ts';
export type * from './report-trust.ts';
