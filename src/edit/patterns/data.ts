import type { Act, Path } from '../act.ts';
import { domains } from '../find.ts';
import type { Pattern } from './pattern.ts';
import { around, below, placesOf, type Sketch, type Written } from './sketch.ts';

const key = (on: Written, ...path: readonly string[]): Path => ['services', on.name, ...path];

/** The domain at the top in which it stands; −1: outside of all. */
function home(sketch: Sketch, on: Written): number {
  const [first] = placesOf(on);
  return first === undefined ? -1 : (around(sketch, first).at(-1) ?? -1);
}

/** Copies lie in two domains at the top, of which one is not where the service stands. */
function isElsewhere(sketch: Sketch, on: Written): boolean {
  const tops = new Set(on.as.backup?.copies.map((domain) => around(sketch, domain).at(-1)));
  return tops.size > 1;
}

/** Two places at the top: its own and another one, which is added where there is none. */
function copies(sketch: Sketch, on: Written): readonly Act[] {
  const own = home(sketch, on);
  const { model } = sketch;
  const other = below(sketch, -1).find((domain) => domain !== own);
  const taken = new Set(domains(sketch.plain).map(({ name }) => name));
  let vault = 'vault';
  for (let i = 2; taken.has(vault); i++) vault = `vault-${i}`;
  const away = other === undefined ? vault : model.domains[other].name;
  return [
    ...(other === undefined
      ? [{ act: 'add', thing: { what: 'domain', name: vault }, value: { kind: model.domains[own].kind } } as const]
      : []),
    { act: 'set', path: key(on, 'backup', 'copies'), value: [model.domains[own].name, away] },
  ];
}

/** Patterns that keep data. */
export const OF_DATA: readonly Pattern[] = [
  {
    id: 'backups-3-2-1',
    title: 'Backups 3-2-1',
    line: 'Three copies of the data, two of them backups, one far away; the log follows every five minutes.',
    fits: (sketch, on) =>
      on.as.data !== null &&
      on.as.sites === null &&
      on.as.moreBackups.length === 0 &&
      (on.as.backup === null ||
        on.as.backup.logSeconds === null ||
        (home(sketch, on) >= 0 && !isElsewhere(sketch, on))),
    acts: (sketch, on) => [
      ...(on.as.backup === null
        ? [{ act: 'part', service: on.name, part: 'backup', value: { full: '1 day' } } as const]
        : []),
      ...(on.as.backup?.logSeconds === null || on.as.backup === null
        ? [{ act: 'set', path: key(on, 'backup', 'log-shipping'), value: '5 min' } as const]
        : []),
      ...(home(sketch, on) >= 0 && !isElsewhere(sketch, on) ? copies(sketch, on) : []),
    ],
  },
  {
    id: 'restore-drill',
    title: 'Monthly restore drill',
    line: 'Each month the newest backup is restored to try it: one that does not is found before it is needed.',
    fits: (_, { as: { backup, moreBackups } }) =>
      backup !== null && moreBackups.length === 0 && backup.drillSeconds === null && backup.restorable < 1,
    acts: (_, on) => [{ act: 'set', path: key(on, 'backup', 'drill'), value: '30 days' }],
  },
  {
    id: 'semi-synchronous',
    title: 'Semi-synchronous replication',
    line: 'A write counts when one standby has it: a failover loses none, for the way to it and back at each write.',
    fits: (_, { as: { replication } }) => replication?.mode === 'async',
    acts: (_, on) => [{ act: 'set', path: key(on, 'replication', 'mode'), value: 'semi-sync' }],
  },
];
