import { messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import { domainsOfKind, type DomainTree } from './domains.ts';
import type { Graph } from './graph.ts';

interface SpreadKind {
  readonly kind: string;
  readonly at: Location;
}

/** Where a service says that it stands. */
export interface PlacementWish {
  /** Where that is written, or the service's name. */
  readonly at: Location;
  /** Domains; `inherit`: wherever those are placed that need it; `unknown`: what it says is wrong. */
  readonly in: readonly number[] | 'inherit' | 'unknown';
  /** Over the domains of the first kind, within each over those of the next; none: over the scope itself. */
  readonly across: readonly SpreadKind[];
}

/** The domains that a service is placed in as a whole; null where an error has made that unknown. */
export type PlacementScope = readonly number[] | null;

/** How much the inherited scopes of all services may hold together. */
const MAX_SCOPE_ENTRIES = 2_000_000;

/**
 * The scope of each service: its own `in`, or the union of the scopes of all that need or want it.
 * `order` puts those first; services that are not in it stand in or behind a circle.
 */
export function resolveScopes(
  wishes: readonly PlacementWish[],
  graph: Graph,
  order: readonly number[],
): PlacementScope[] {
  const inherited = wishes.map((): { domains: Set<number>; unknown: boolean } => ({
    domains: new Set(),
    unknown: false,
  }));
  const scopes: PlacementScope[] = wishes.map(() => null);
  let budget = MAX_SCOPE_ENTRIES;
  for (const service of order) {
    const wish = wishes[service].in;
    if (wish === 'inherit') scopes[service] = inherited[service].unknown ? null : [...inherited[service].domains];
    else scopes[service] = wish === 'unknown' ? null : wish;
    const scope = scopes[service];
    for (const target of graph[service]) {
      if (wishes[target].in !== 'inherit') continue;
      budget -= scope?.length ?? 0;
      if (scope === null || budget < 0) inherited[target].unknown = true;
      else for (const domain of scope) inherited[target].domains.add(domain);
    }
  }
  return scopes;
}

/** Spreads the replicas of a service round robin over its domains; −1 stands outside all of them. */
export class Placer {
  readonly #kinds: ReadonlySet<string>;
  readonly #spreads = new Map<PlacementScope, Map<string, readonly number[]>>();

  constructor(
    private readonly tree: DomainTree,
    private readonly report: Report,
  ) {
    this.#kinds = new Set(tree.list.map(({ kind }) => kind));
  }

  place({ across }: PlacementWish, scope: PlacementScope, replicas: number): number[] {
    const place = this.#turns(across, scope);
    return Array.from({ length: replicas }, (_, i) => place(i));
  }

  /**
   * Where members that stand so may be started: over what they are spread, or where all stand in one domain of their
   * scope, in those of its kind beside it (but not beside a site).
   */
  elsewhere(placement: readonly number[], scope: PlacementScope, isInSite: boolean): readonly number[] {
    const { list } = this.tree;
    const stands = new Set(placement.filter((domain) => domain >= 0));
    if (scope === null || stands.size === 0) return [];
    const kinds = new Set([...stands].map((domain) => list[domain].kind));
    if (scope.length === 1 && stands.has(scope[0])) {
      const { parent, kind } = list[scope[0]];
      return isInSite ? scope : this.#ofKind(WHOLE_TREE, kind).filter((domain) => list[domain].parent === parent);
    }
    if (scope.some((domain) => stands.has(domain))) return [...stands];
    return [...kinds].flatMap((kind) => this.#ofKind(scope, kind));
  }

  /** The domain of the i-th replica. */
  #turns([first, ...rest]: readonly SpreadKind[], scope: PlacementScope): (replica: number) => number {
    const domains = first === undefined ? (scope ?? []) : this.#spread(first, scope);
    const { length } = domains;
    if (length === 0) return () => -1;
    if (rest.length === 0) return (i) => domains[i % length];
    const within = domains.map((domain) => this.#turns(rest, [domain]));
    return (i) => within[i % length](Math.floor(i / length));
  }

  #spread(across: SpreadKind, scope: PlacementScope): readonly number[] {
    if (!this.#kinds.has(across.kind)) {
      const domain = this.tree.list.find(({ name }) => name === across.kind);
      if (domain !== undefined) this.report.error(across.at, messages.kindNeeded(domain.name, domain.kind));
      else if (!this.tree.incomplete)
        this.report.error(
          across.at,
          messages.noDomainOfKind(across.kind, null, this.report.nearest(across.kind, this.#kinds)),
        );
      return [];
    }
    if (scope === null) return [];
    const found = this.#ofKind(scope, across.kind);
    if (found.length === 0 && !this.tree.incomplete) {
      const where = scope
        .map((domain) => `'${this.tree.list[domain].name}'`)
        .slice(0, 5)
        .join(', ');
      const below = new Set(
        scope.flatMap((domain) =>
          this.tree.list.slice(domain, Math.min(this.tree.end[domain], domain + 100)).map(({ kind }) => kind),
        ),
      );
      this.report.error(
        across.at,
        messages.noDomainOfKind(across.kind, where, this.report.nearest(across.kind, below)),
      );
    }
    return found;
  }

  #ofKind(scope: readonly number[], kind: string): readonly number[] {
    // All services without a place share the whole tree.
    const key = scope.length === 0 ? WHOLE_TREE : scope;
    let byKind = this.#spreads.get(key);
    if (byKind === undefined) this.#spreads.set(key, (byKind = new Map<string, readonly number[]>()));
    let found = byKind.get(kind);
    if (found === undefined) byKind.set(kind, (found = domainsOfKind(this.tree, scope, kind)));
    return found;
  }
}

const WHOLE_TREE: readonly number[] = [];
