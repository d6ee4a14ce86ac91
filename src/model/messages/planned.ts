import { formatDuration, formatNumber } from '../../units/index.ts';
import { say } from './say.ts';

type Maintained = 'members' | 'sites';
const ONE: Readonly<Record<Maintained, string>> = { members: 'member', sites: 'site' };

/** What is wrong, or hardly meant, with what is planned: checks, drills, maintenance, deploys. */
export const PLANNED = {
  latentLoss: () =>
    say("what destroys data is noticed: 'latent' and 'data: lost' do not go together; make them two failure modes"),
  latentDomain: () => say("the failure of a domain is noticed: 'latent' belongs to a failure mode of a component"),
  victimsWithoutPeople: () =>
    say(
      'people for victims that are repaired one by one are not supported by this version of nines yet: leave out ' +
        "'repair: each', or 'repaired-by' and 'repair-needs'",
    ),
  checksInNoTime: () =>
    say("a check every 0 s would leave no time for anything else: say how often it is, as in '30 days'"),
  checkFindsNothing: () =>
    say("a check that finds nothing is none: leave it out, or say what it covers, as in '95%'", '95%'),
  nothingToCheck: () =>
    say(
      "the check covers nothing: no failure mode of its component is 'latent: true', and all others are noticed by " +
        'themselves: say which are not, or take the check out',
    ),
  neverFound: (mode: string, service: string) =>
    say(
      `nothing ever finds '${mode}' in '${service}', so that it is never repaired: give the component a check, as in ` +
        "'check: { every: 30 days }'",
    ),
  foundTooLate: (mode: string, service: string) =>
    say(
      `'${mode}' in a standby of '${service}' is found when it is promoted, and not before: give the component a ` +
        "check, as in 'check: { every: 30 days }', or the failover a 'drill'",
    ),
  deploysInNoTime: () =>
    say("a deploy every 0 s would leave no time for anything else: say how often it is, as in '1 week'"),
  deploysNeverBad: () =>
    say(
      "no deploy is ever bad, so that none of them does anything: say what share is, as in '5%' (DORA's elite), or " +
        "take 'deploy' out",
    ),
  bakesTooLong: () =>
    say('the next deploy would be due before this one is everywhere: let it bake for less, or deploy less often'),
  canaryTooLarge: (members: number, service: string, count: number) =>
    say(
      `a canary of ${members} is more than '${service}' has members (${count}): a canary is a few of them, ` +
        "as in 'members: 1'",
    ),
  canaryOfAll: (service: string) =>
    say(
      `all members of '${service}' are its canary, so that a bad change takes it down before anybody watches: give ` +
        "it more 'replicas', or take 'canary' out",
    ),
  drillsInNoTime: () =>
    say("a drill every 0 s would leave no time for anything else: say how often it is, as in '30 days'"),
  maintainedInNoTime: () =>
    say("maintenance every 0 s would leave no time for anything else: say how often it is, as in '30 days'"),
  twoBudgets: () =>
    say(
      "'max-unavailable' and 'min-available' say the same thing twice: keep the one that you think in, and take the " +
        'other out',
    ),
  nobodyMayBeOut: (budget: string, members: number, are: Maintained) =>
    say(
      `${budget} lets nobody be taken out, so that the work is never done: ` +
        (members === 1
          ? `a single ${ONE[are]} is out while it is worked on; say 'max-unavailable: 1', or give it a second one`
          : "'max-unavailable: 1' takes one at a time"),
    ),
  budgetAbove: (budget: string, members: number, are: Maintained) =>
    say(
      `${budget} is more than there are: the service has ` + (members === 1 ? `one ${ONE[are]}` : `${members} ${are}`),
    ),
  windowTooShort: (takes: number, longest: number) =>
    say(
      `the window is shorter than the work: a member takes ${formatDuration(takes)}, and the longest stretch of the ` +
        `window is ${formatDuration(longest)}, so that each member is cut off ${formatNumber(
          Math.ceil(takes / longest) - 1,
        )} times or more and is taken out again in the next one: make the window longer, or the work shorter`,
    ),
  maintainedTooSeldom: (needs: number, open: number, every: number) =>
    say(
      `the work is never done in time: a round takes ${formatDuration(needs)}, and there are ${formatDuration(open)} ` +
        `for it in ${formatDuration(every)}: make the window longer, or 'every'`,
    ),
  renewsASite: () =>
    say(
      "a site does not wear out by itself: give 'maintenance' with 'renews' to the services that stand in it, whose " +
        "components do, or take 'renews' out",
    ),
  renewsNothing: (component: string) =>
    say(
      `'renews' makes nothing new: all failures of '${component}' are exponential, and as likely after it as before; ` +
        "wear is something like 'mtbf: weibull(3, 2 years)'",
    ),
};
