import { problem } from '../../units/index.ts';
import { say, list } from './say.ts';

/** What is wrong with services of which a copy stands in each site. */
export const SITES = {
  ofWithoutSites: () =>
    say("'of' needs 'sites', the domains in which its copies stand, as in 'sites: [us-east-1, us-west-2]'"),
  sitesWithoutOf: () =>
    say(
      "'sites' needs 'of', the service of which one copy stands in each, as in 'of: stack'; 'in' places a " +
        'service that is not copied',
    ),
  noSites: () => say('a service with sites needs at least one'),
  besideSites: (key: string, why: string) => say(`'${key}' does not belong beside 'of' and 'sites': ${why}`),
  ofFixed: (name: string) =>
    say(
      `'${name}' has an 'in' of its own, so there is nothing to copy: leave its 'in' out, or name a service ` +
        'that needs it',
    ),
  strategyWithoutOf: () =>
    say(
      "'strategy' belongs to a service with 'of' and 'sites': put one above this one, as in 'shop: { of: " +
        "stack, sites: [us-east-1, us-west-2], strategy: warm-standby }'",
    ),
  strategyMode: (strategy: string, means: string, mode: string) =>
    say(`strategy ${strategy} is ${means}, this says ${mode}: leave 'mode' out, or the strategy`, means),
  noSiteWithin: (name: string, site: string) =>
    say(`none of the sites of '${name}' lies in '${site}', in which a copy of it stands`),
  tooManyCopies: (limit: number) =>
    say(`the model is too large to run: with the copies in all sites more than ${limit} services`),
  copyName: (name: string) => say(`'${name}' is what a copy in a site is called: give this service another name`),
  entryInSites: (name: string, above: readonly string[]) =>
    say(
      `'${name}' stands in sites only, as copies: the entry is the service that works on ` +
        `them${above.length === 0 ? '' : ` (${list(above.slice(0, 8))})`}`,
      above[0] ?? null,
    ),
  costsWithoutOf: () =>
    say("a map of running costs belongs to a service with 'of', whose sites hold several services: give one share"),
  notInStack: (name: string, suggestion: string | null) =>
    problem(`'${name}' does not stand in the sites of this service`, suggestion),
};
