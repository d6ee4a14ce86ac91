import type { NamedService } from '../language/types.ts';
import type { Check, Component } from '../model.ts';
import type { Links } from './links.ts';
import type { Names } from './names.ts';
import type { Stack } from './stacks.ts';

/** What a service has to know of the rest of the model. */
export interface Surroundings {
  readonly components: Names;
  /** What the names of components mean. */
  readonly parts: readonly Component[];
  /** [component] how its latent faults are found, unless a service says otherwise. */
  readonly checks: readonly (Check | null)[];
  readonly domains: Names;
  readonly teams: Names;
  /** The kinds of domains. */
  readonly kinds: ReadonlySet<string>;
  readonly services: readonly NamedService[];
  readonly links: readonly Links[];
  readonly stacks: readonly Stack[];
  /** There is a network that may part them. */
  readonly isLinked: boolean;
}
