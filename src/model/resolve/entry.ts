import type { Named } from '../language/kinds.ts';
import type { DocumentFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import type { Graph } from './graph.ts';
import type { Names } from './names.ts';
import type { Draft } from './services.ts';
import type { Stack } from './stacks.ts';

/** Who needs whom, and whether errors have left that uncertain. */
interface Dependencies {
  readonly graph: Graph;
  readonly broken: boolean;
}

/** The services that put another one into sites, by name: what may have been meant where that one was named. */
export function putIntoSitesBy(service: number, drafts: readonly Draft[], stacks: readonly Stack[]): string[] {
  return drafts.flatMap(({ name }, i) => (stacks[i].has(service) ? [name] : []));
}

/** The entry service: the one named, else the only one that nothing needs. 0 where that is an error. */
export function resolveEntry(
  fields: DocumentFields,
  root: Location,
  named: readonly Named<unknown>[],
  { graph, broken }: Dependencies,
  services: Names,
  report: Report,
): number {
  // Unreadable services may be the very one that is meant.
  const certain = fields.services?.ok === true;
  if (fields.entry !== undefined) return certain ? Math.max(0, services.find(fields.entry)) : 0;
  if (!certain || broken || named.length === 0) return 0;
  const pointedAt = new Set(graph.flat());
  const free = named.flatMap((_, i) => (pointedAt.has(i) ? [] : [i]));
  if (free.length === 1) return free[0];
  if (named.length === 1) return 0;
  const candidates = (free.length > 0 ? free : named.map((_, i) => i)).map((i) => named[i].name);
  report.error(root, messages.noEntry(candidates));
  return 0;
}
