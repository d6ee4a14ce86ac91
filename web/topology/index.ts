export { roomFor } from './order.ts';
export { Topology, type TopologyProps } from './topology.tsx';
