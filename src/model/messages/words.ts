import { CAPACITY } from './capacity.ts';
import { DATA } from './data.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { DOCUMENT } from './document.ts';
import { EXPERIMENTS } from './experiments.ts';
import { KEYS } from './keys.ts';
import { MEANING } from './meaning.ts';
import { PEOPLE } from './people.ts';
import { NEEDS } from './needs.ts';
import { NETWORK } from './network.ts';
import { PARAMETERS } from './parameters.ts';
import { PLANNED } from './planned.ts';
import { SITES } from './sites.ts';
import { SUSPICIONS } from './suspicions.ts';
import { VALUES } from './values.ts';

/** Everything that is said to people about a model, by what it is about. */
export const words = {
  ...DOCUMENT,
  ...KEYS,
  ...VALUES,
  ...DISTRIBUTIONS,
  ...PARAMETERS,
  ...MEANING,
  ...SITES,
  ...PLANNED,
  ...DATA,
  ...EXPERIMENTS,
  ...PEOPLE,
  ...CAPACITY,
  ...NEEDS,
  ...NETWORK,
  ...SUSPICIONS,
};
