/**
 * Words that the language has, and that this version does not build yet. They are refused by name:
 * a model that uses them would otherwise seem to say something that nobody simulates.
 */
export const LATER: ReadonlyMap<string, string> = new Map([
  ['operators', 'people who have to be free to repair'],
  ['repaired-by', 'people who have to be free to repair'],
  ['priority', 'the order in which people repair'],
  ['maintenance', 'planned work'],
  ['deploy', 'deployments'],
  ['reschedule', 'starting members elsewhere'],
  ['autoscale', 'replacing members automatically'],
  ['capacity', 'how many members a domain takes'],
  ['links', 'the network between domains'],
  ['on-partition', 'the network between domains'],
  ['conflicts', 'the network between domains'],
  ['fallback', 'falling back to asynchronous replication'],
  ['overload', 'overload and cascades'],
  ['spares', 'spare parts'],
  ['standby-failures', 'how often passive members fail'],
  ['latent', 'faults that nobody notices'],
  ['check', 'looking for faults that nobody notices'],
  ['drill', 'drills of a failover'],
]);
