import type { ComponentChildren } from 'preact';
import type { Mode, Service } from '../model/model.ts';

/** What a member is at the moment, as the drawing shows it. */
export type Role = 'member' | 'active' | 'standby' | 'leader' | 'follower';

interface Spot {
  /** Middle, pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Drawn {
  /** What the member is that the others follow, and what the others are. */
  readonly roles: readonly [first: Role, others: Role];
  /** Its roles as the legend names them. */
  readonly legend: Readonly<Partial<Record<Role, string>>>;
  /** Of a member. */
  shape(at: Spot): ComponentChildren;
  /** How a service's members share the work. @param one what a member is called @param count so many of them */
  words(service: Service, one: string, count: string): string;
  /** The same beside its name on the drawing, where there is little room; null: how many of how many. */
  caption(service: Service, isNarrow: boolean): string | null;
}

/** How each redundancy mode is drawn and said. */
export const DRAWN = {
  'active-active': {
    roles: ['member', 'member'],
    legend: { member: 'active-active' },
    shape: ({ x, y, radius }) => <circle class="glyph-shape" cx={x} cy={y} r={radius} />,
    words({ required, belowRequired }, _, count) {
      const below = belowRequired === 'degraded' ? ', with fewer it answers in proportion' : '';
      return `Active-active: ${count}, ${required} required${below}`;
    },
    caption: () => null,
  },
  'active-passive': {
    roles: ['active', 'standby'],
    legend: { active: 'active', standby: 'standby' },
    shape({ x, y, radius }) {
      const half = radius * 0.9;
      return <rect class="glyph-shape" x={x - half} y={y - half} width={2 * half} height={2 * half} rx={2} />;
    },
    words({ placement, sites }, one) {
      if (placement.length === 1) return `One active ${one} without a standby`;
      return `Active-passive: one active${sites === null ? '' : ' site'}, ${placement.length - 1} standing by`;
    },
    caption: ({ placement: { length } }, isNarrow) =>
      length === 1 ? 'one active' : `1 + ${length - 1}${isNarrow ? '' : ' standby'}`,
  },
  quorum: {
    roles: ['leader', 'follower'],
    legend: { leader: 'leader', follower: 'follower' },
    shape({ x, y, radius }) {
      const w = radius * 1.08;
      const h = radius * 0.94;
      return <path class="glyph-shape" d={`M${x - w},${y}l${w / 2},${-h}h${w}l${w / 2},${h}l${-w / 2},${h}h${-w}z`} />;
    },
    words: ({ required }, _, count) => `Quorum: ${count}, ${required} must work and one leads`,
    caption: () => null,
  },
  sharded: {
    roles: ['member', 'member'],
    legend: { member: 'sharded' },
    shape: ({ x, y, radius }) => (
      <path
        class="glyph-shape"
        d={`M${x},${y - radius}l${radius},${radius}l${-radius},${radius}l${-radius},${-radius}z`}
      />
    ),
    words: ({ required, shards }, _, count) =>
      `Sharded: ${count}, ${shards?.copies} hold each of ${shards?.count} shards, ${required} of these must work`,
    caption: ({ shards, placement }, isNarrow) => `${shards?.count} shards${isNarrow ? '' : ` on ${placement.length}`}`,
  },
} as const satisfies Readonly<Record<Mode, Drawn>>;
