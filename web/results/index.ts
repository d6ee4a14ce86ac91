export { ExperimentsTable } from './experiments.tsx';
export { Headline, type HeadlineProps } from './headline.tsx';
export { NinesBar, type NinesBarProps, type NinesMark } from './nines-bar.tsx';
export { NinesScale } from './nines-scale.tsx';
export { ServicesTable } from './services-table.tsx';
export { Summary } from './summary.tsx';
export { Targets } from './targets.tsx';
export { VerdictMark } from './verdict-mark.tsx';
