import { clip } from './clip.ts';
import { fitGroup, type GroupFigures, overlapping, type Period } from './group.ts';
import { type Incident, readLog, type ReadLog, UNNAMED, wrong } from './log.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { writeParameters } from './write-parameters.ts';

export interface FitOptions {
  /** When the log begins, seconds since 1970. Default: the first incident, which then counts for no rate. */
  readonly from?: number | undefined;
  /** When it ends. Default: the last moment in it. */
  readonly until?: number | undefined;
  /** How many of a service there are. Default 1. */
  readonly members?: Readonly<Record<string, number>> | undefined;
  /** What to call it in comments. Default `log.csv`. */
  readonly file?: string | undefined;
}

/** What a log of incidents says of failures and repairs. */
export interface Fit {
  readonly nines: 1;
  readonly kind: 'fit';
  readonly log: Period & { readonly file: string; readonly incidents: number; readonly open: number };
  /** The most frequent first. */
  readonly groups: readonly GroupFigures[];
  /** Parameters and components of a model, with where each comes from. */
  readonly parameters: string;
}

/**
 * Distributions from a log of incidents: how often, whether the rate is constant, how long.
 * @returns `fit` is null where the log has errors
 */
export function fitLog(
  text: string,
  options: FitOptions = {},
): { readonly fit: Fit | null; readonly problems: readonly Diagnostic[] } {
  const read = readLog(text);
  const within = clip(read, options);
  const members = (service: string) => options.members?.[service] ?? 1;
  const groups = groupsOf(within.incidents, read);
  const problems = [
    ...read.problems,
    ...within.problems,
    ...groups.flatMap(({ service, incidents }) => overlapping(incidents, members(service))),
    ...unknownMembers(options, groups),
  ].sort((a, b) => a.line - b.line);
  if (problems.some(({ severity }) => severity === 'error')) return { fit: null, problems };
  const { incidents, period } = within;
  const fitted = groups
    .map(({ service, cause, incidents: own }) => fitGroup({ service, cause }, own, members(service), period))
    .sort((a, b) => b.incidents - a.incidents);
  const file = options.file ?? 'log.csv';
  const open = incidents.filter(({ end }) => end === null || end > period.until).length;
  const log = { ...period, file, incidents: incidents.length, open };
  return {
    fit: { nines: 1, kind: 'fit', log, groups: fitted, parameters: writeParameters(log, fitted) },
    problems,
  };
}

type Group = Pick<Incident, 'service' | 'cause'> & { readonly incidents: Incident[] };

function groupsOf(incidents: readonly Incident[], { watched }: ReadLog): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = ({ service, cause }: Pick<Incident, 'service' | 'cause'>): Group => {
    const key = JSON.stringify([service, cause]);
    const group = groups.get(key) ?? { service, cause, incidents: [] };
    groups.set(key, group);
    return group;
  };
  for (const each of incidents) groupOf(each).incidents.push(each);
  for (const each of watched)
    if (each.cause !== UNNAMED.cause || !incidents.some(({ service }) => service === each.service)) groupOf(each);
  return [...groups.values()];
}

function unknownMembers({ members = {} }: FitOptions, groups: readonly Group[]): Diagnostic[] {
  const known = new Set(groups.map(({ service }) => service));
  return Object.keys(members)
    .filter((name) => !known.has(name))
    .map((name) => wrong(1, 1, 'service', `--members ${name}: the log names ${[...known].join(', ') || 'no service'}`));
}
