import type { Life } from '../../src/run/life.ts';
import { type Band, type Bands, secondsIn } from './bands.ts';

export interface Lane {
  readonly type: 'lane';
  readonly key: string;
  readonly kind: 'entry' | 'service' | 'link' | 'wait' | 'domain' | 'member';
  readonly name: string;
  /** Nesting, 0 at the left. */
  readonly depth: number;
  readonly bands: readonly Band[];
  /** Services: stages of failovers. Members: while active. What is waited for: while anything waits for it. */
  readonly under: readonly Band<string>[];
}

/** What is left out, counted. */
interface Fold {
  readonly type: 'fold';
  readonly key: string;
  /** In which domain; empty: in the system. */
  readonly place: string;
  readonly text: string;
}

export type Row = Lane | Fold;

const MOST_LANES = 60;
const MOST_SERVICES = 20;

/**
 * The entry on top, then services, links that were cut, then what is waited for, then regions → zones → members: those
 * in which something happened. Where that are too many, those with the most downtime; the rest is counted.
 */
export function rowsOf(life: Pick<Life, 'names' | 'structure'>, bands: Bands, most = MOST_LANES): Row[] {
  const { names, structure } = life;
  const services = [...serviceRows(life, bands, Math.min(MOST_SERVICES, most)), ...linkRows(names.links, bands.links)];
  const waits = waitRows(life, bands);
  const chosen = chooseLanes(bands, most - services.length - waits.length);
  const children = groups(structure.domainParent);
  const members = groups(structure.memberDomain);

  /** Rows of a domain and all in it; none where nothing of it is chosen, which is then counted. */
  const visit = (domain: number, depth: number, left: Left): Row[] => {
    const mine = emptyLeft();
    const inside = insideOf(domain, depth + 1, mine);
    if (inside.length === 0 && !chosen.domains.has(domain)) {
      add(left, mine);
      count(left, 'domains', bands.domains[domain]);
      return [];
    }
    const lane: Lane = {
      type: 'lane',
      key: `domain:${domain}`,
      kind: 'domain',
      name: names.domains[domain],
      depth,
      bands: bands.domains[domain],
      under: [],
    };
    return [lane, ...inside, ...foldRows(names.domains[domain], `in:${domain}`, mine)];
  };
  const insideOf = (domain: number, depth: number, left: Left): Row[] => {
    const rows: Row[] = [];
    for (const member of members.get(domain) ?? []) {
      if (!chosen.members.has(member)) count(left, 'members', bands.members[member]);
      else
        rows.push({
          type: 'lane',
          key: `member:${member}`,
          kind: 'member',
          name: names.members[member],
          depth,
          bands: bands.members[member],
          under: bands.active[member],
        });
    }
    for (const child of children.get(domain) ?? []) rows.push(...visit(child, depth, left));
    return rows;
  };
  const left = emptyLeft();
  const places = insideOf(-1, 0, left);
  return [...services, ...waits, ...places, ...foldRows('', 'top', left)];
}

function serviceRows({ names, structure }: Pick<Life, 'names' | 'structure'>, bands: Bands, most: number): Row[] {
  const happened = names.services
    .map((_, i) => i)
    .filter((i) => i !== structure.entry && bands.services[i].length + bands.stages[i].length > 0);
  const kept = new Set(mostDown(happened, bands.services).slice(0, most - 1));
  const lane = (i: number, kind: 'entry' | 'service'): Lane => ({
    type: 'lane',
    key: `service:${i}`,
    kind,
    name: names.services[i],
    depth: 0,
    bands: bands.services[i],
    under: bands.stages[i],
  });
  const quiet = names.services.length - 1 - happened.length;
  const rows: Row[] = [
    lane(structure.entry, 'entry'),
    ...happened.filter((i) => kept.has(i)).map((i) => lane(i, 'service')),
  ];
  const more = happened.length - kept.size;
  if (more > 0)
    rows.push({
      type: 'fold',
      key: 'services:less',
      place: '',
      text: `${more} more ${more === 1 ? 'service' : 'services'} with less downtime`,
    });
  if (quiet > 0)
    rows.push({
      type: 'fold',
      key: 'services:quiet',
      place: '',
      text: `${quiet} ${quiet === 1 ? 'service' : 'services'}: nothing happened`,
    });
  return rows;
}

function waitRows({ names }: Pick<Life, 'names'>, { waits }: Bands): Lane[] {
  return names.waits.flatMap((name, i): Lane[] =>
    waits[i].length === 0
      ? []
      : [
          {
            type: 'lane',
            key: `wait:${i}`,
            kind: 'wait',
            name: `waits for ${name}`,
            depth: 0,
            bands: [],
            under: waits[i],
          },
        ],
  );
}

const MOST_LINKS = 10;

function linkRows(names: readonly string[], links: Bands['links']): Row[] {
  const cut = mostDown(
    names.flatMap((_, i) => (links[i].length > 0 ? [i] : [])),
    links,
  );
  const rows = cut.slice(0, MOST_LINKS).map((i): Row => ({
    ...{ type: 'lane', key: `link:${i}`, kind: 'link', name: names[i], depth: 0, bands: links[i], under: [] },
  }));
  const more = cut.length - rows.length;
  if (more > 0)
    rows.push({ type: 'fold', key: 'links:less', place: '', text: `${more} more links that were cut for less long` });
  return rows;
}

function chooseLanes(bands: Bands, most: number): { domains: Set<number>; members: Set<number> } {
  const all = [
    ...bands.domains.map((own, index) => ({ kind: 'domains' as const, index, own })),
    ...bands.members.map((own, index) => ({ kind: 'members' as const, index, own })),
  ].filter(({ own }) => own.length > 0);
  const kept = all
    .map((item) => ({ ...item, seconds: secondsIn(item.own) }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, Math.max(0, most));
  const of = (kind: 'domains' | 'members') =>
    new Set(kept.filter((item) => item.kind === kind).map(({ index }) => index));
  return { domains: of('domains'), members: of('members') };
}

function mostDown(indices: readonly number[], bands: readonly (readonly Band[])[]): number[] {
  return [...indices].sort((a, b) => secondsIn(bands[b]) - secondsIn(bands[a]) || a - b);
}

/** What is not shown: in which nothing happened, and in which less did than in what is shown. */
type Left = Record<'quiet' | 'less', { members: number; domains: number }>;

const emptyLeft = (): Left => ({ quiet: { members: 0, domains: 0 }, less: { members: 0, domains: 0 } });

function count(left: Left, kind: 'members' | 'domains', own: readonly Band[]): void {
  left[own.length === 0 ? 'quiet' : 'less'][kind]++;
}

function add(to: Left, from: Left): void {
  for (const sort of ['quiet', 'less'] as const) {
    to[sort].members += from[sort].members;
    to[sort].domains += from[sort].domains;
  }
}

function foldRows(place: string, key: string, { quiet, less }: Left): Fold[] {
  const fold = (sort: string, text: string | null): Fold[] =>
    text === null ? [] : [{ type: 'fold', key: `${key}:${sort}`, place, text }];
  const lessWords = words(less, 'more ');
  const quietWords = words(quiet);
  return [
    ...fold('less', lessWords && `${lessWords} with less downtime`),
    ...fold('quiet', quietWords && `${quietWords}: nothing happened`),
  ];
}

function words({ members, domains }: { members: number; domains: number }, more = ''): string | null {
  const parts = [];
  if (domains > 0) parts.push(`${domains} ${more}${domains === 1 ? 'domain' : 'domains'}`);
  if (members > 0) parts.push(`${members} ${more}${members === 1 ? 'member' : 'members'}`);
  return parts.length === 0 ? null : parts.join(' and ');
}

/** Indices by the value that stands at them. */
function groups(values: readonly number[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  values.forEach((value, i) => {
    const group = found.get(value);
    if (group) group.push(i);
    else found.set(value, [i]);
  });
  return found;
}
