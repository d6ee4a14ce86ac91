import { say } from './say.ts';

/** What is wrong with links. */
export const NETWORK = {
  twoEnds: (got: number) =>
    say(`a link is between two domains, as in 'between: [eu-west-1, us-east-1]', and here there are ${got}`),
  linkWithin: (inner: string, outer: string) =>
    say(`'${inner}' lies in '${outer}', and a link is between two that lie apart: name what lies beside it`),
  linkKeepsData: () => say("'data: lost' of a link: it holds no data, and what stands at its ends keeps its own"),
  linkIsNoticed: () => say("the cut of a link is noticed: 'latent' belongs to a failure mode of a component"),
  partsNobody: (name: string) =>
    say(
      `nothing has members, or what its failover needs, at both ends of ${name}: nothing comes of its being cut, ` +
        'since needs are reached in some other way',
    ),
  neverParted: () => say("'on-partition' does nothing: no link lies between its members"),
  nothingToAgreeOn: () =>
    say("'on-partition' does nothing: its members share no data ('replication') on which two sides could disagree"),
  availableLater: (mode: string) =>
    say(
      `'on-partition: available' of 'mode: ${mode}' is not supported by this version of nines yet: leave it out, and ` +
        "one side goes on, or say 'mode: active-active' where members on both sides take writes",
    ),
  strictAndAvailable: () =>
    say(
      "'strict: true' stops where no replica is reached, and 'on-partition: available' goes on: it is one or the other",
    ),
  conflictsOfNobody: () => say("two sides write only with 'on-partition: available': add it, or leave 'conflicts' out"),
  shardsParted: (name: string) =>
    say(
      "links between the members of 'mode: sharded' are not supported by this version of nines yet: leave out " +
        `${name}, or place its members at one end of it`,
    ),
};
