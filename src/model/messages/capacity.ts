import { say } from './say.ts';

/** What is wrong with shards and loads. */
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
  notAMultiple: (got: string) => say(`needs more than nothing, such as '400%' or 4, got ${got}`),
  overloadWithoutLoad: () =>
    say("'overload' needs 'load': how much work there is, in members' worth, as in 'load: 400%'"),
  afterWithoutCrash: () => say("'after' is how long a member stands an overload: add 'then: crash', or leave it out"),
  crashesForNoTime: (component: string) =>
    say(
      `a crashed member of '${component}' would be back in no time: say how long it takes, as in 'restart: 2 min' of ` +
        'the component',
    ),
  noFleetCarries: (load: string, replicas: number, most: string) =>
    say(`no hour's load is carried even by all members: ${load} at least, and ${replicas} carry ${most}: add replicas`),
  peakAbove: (load: string, replicas: number, most: string) =>
    say(`the busiest hour's load, ${load}, is more than all ${replicas} members carry, ${most}, every day`),
  loadOfCopies: () =>
    say("'load' is not built for what stands in sites yet: leave it out, or place the service with 'in'"),
  loadOfSites: () => say("'load' belongs to a service with a 'component': it is carried by its members"),
  coldStandbysAnswer: () =>
    say("a cold standby is switched off and answers nothing: leave 'standbys-answer' out, or make it hot or warm"),
  rescheduleOfSites: () =>
    say("'reschedule' belongs to a service with a 'component': its members are started elsewhere, and sites are not"),
  rescheduleOfData: () =>
    say("'reschedule' is for members without data: what they hold would stay behind; leave out one of the two"),
  rescheduleBesideLinks: () =>
    say(
      "'reschedule' is not built beside 'links' yet: which side a member is on that was started elsewhere is not known",
    ),
  rescheduleOfLost: (component: string) =>
    say(
      `'reschedule' is for members without data, and a failure of '${component}' destroys some: ` +
        'leave out one of the two',
    ),
  nowhereToGo: (isPlaced: boolean) =>
    say(
      isPlaced
        ? "'reschedule' has nowhere to go: there is no other domain of the kind where the service is placed"
        : "'reschedule' needs members that stand in domains, as with 'across: zone'",
    ),
  tooLittleRoom: (domain: string, members: number, room: number) =>
    say(
      `${domain} holds ${members} of its members, and the others have room for ${room}: when it is down ` +
        `${members - room} have nowhere to go`,
    ),
  roomForNobody: () => say("'room' does nothing: no service has a 'reschedule' that would use it"),
  notAnHour: (got: string) => say(`'${got}' is no hour of the day: write it as '08:00' or '20:30'`),
  hourTwice: (hour: string) => say(`${hour} is there twice: give each hour once`),
  noHours: () => say("'daily' needs at least one hour, as in '{ 00:00: 40%, 08:00: 100%, 20:00: 70% }'"),
  trafficWithoutLoad: () => say("'daily' does nothing: no service has a 'load' that it would scale"),
  notAllRequests: (sum: string) => say(`the shares of all sites have to be 100% together, these are ${sum}`),
  bySiteOfNothing: () =>
    say("'by-site' does nothing: no service serves in several of these sites at once, as with 'mode: active-active'"),
  siteWithoutRequests: (service: string, sites: string) =>
    say(
      `'by-site' leaves out ${sites}, where '${service}' serves: without requests of its own it answers what others ` +
        'leave',
    ),
};
