export { DrillAside } from './aside.tsx';
export { DrillBar } from './bar.tsx';
export { BreakElement } from './break-form.tsx';
export { DrillView } from './drill-view.tsx';
