export { ExperimentsTable } from './experiments.tsx';
export { Headline } from './headline.tsx';
export { ServicesTable } from './services-table.tsx';
export { Summary } from './summary.tsx';
export { Targets } from './targets.tsx';
