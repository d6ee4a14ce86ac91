export { Topology } from './topology.tsx';
export type { BreakElement } from './panel.tsx';
