import type { DocumentFields, NamedService } from '../language/types.ts';
import type { Instances } from './instantiate.ts';
import type { DomainTree } from './domains.ts';
import type { Graph } from './graph.ts';
import type { PlacementScope } from './placement.ts';
import type { Draft } from './services.ts';
import type { Stack } from './stacks.ts';

/** The services as they are written, and what has become of them. */
export interface Whole {
  readonly fields: DocumentFields;
  readonly tree: DomainTree;
  /** Whom each service needs, wants or works on instances of. */
  readonly graph: Graph;
  readonly named: readonly NamedService[];
  readonly drafts: readonly Draft[];
  readonly stacks: readonly Stack[];
  readonly instances: Instances;
  /** Where each service stands as a whole, as it is written. */
  readonly scopes: readonly PlacementScope[];
  /** The entry among the services as they are written. */
  readonly writtenEntry: number;
}
