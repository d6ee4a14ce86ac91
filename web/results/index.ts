export { ExperimentsTable } from './experiments.tsx';
export { InFull } from './in-full.tsx';
export { PromiseTables } from './promise-table.tsx';
export { ServicesTable } from './services-table.tsx';
export { PlannedTable } from './planned-table.tsx';
export { TeamsTable } from './teams-table.tsx';
export { Summary } from './summary.tsx';
