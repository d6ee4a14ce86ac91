import { say } from './say.ts';

/** What is wrong with shards. */
export const CAPACITY = {
  copiesAbove: (copies: number, replicas: number) =>
    say(`copies: ${copies} is above replicas: ${replicas}, and a member holds one copy of a shard at most`),
  requiredAboveCopies: (required: number, copies: number) =>
    say(
      `required: ${required} is above copies: ${copies}, so no shard could ever be answered: it counts copies ` +
        'of each shard, not members',
    ),
  fewShards: (shards: number, idle: number) =>
    say(`with so few shards (${shards}) ${idle} of its members hold none, and do nothing`),
  shardsOfSites: () =>
    say("'mode: sharded' belongs to a service with a 'component': its members hold the shards, and sites do not"),
  shardsWithBackup: () =>
    say("'backup' is not built for 'mode: sharded' yet: what its members lose is lost for good; leave it out"),
  electWithoutLeader: () => say("'elect' is what a shard's leader takes: add 'leader: true', or leave 'elect' out"),
};
