export { Topology, type TopologyProps } from './topology.tsx';
