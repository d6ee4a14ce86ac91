/** What a model asks beside what every report answers. */
export interface Asked {
  /** Its targets by kind of disruption, as `rto.region`. */
  readonly kinds: readonly string[];
  /** Whether windows are promised anything, and whether the SLA counts otherwise than availability does. */
  readonly hasWindows: boolean;
  readonly hasSla: boolean;
  readonly hasMission: boolean;
  /** Whether it has inputs that nobody knows. */
  readonly hasDoubt: boolean;
}

export const NOTHING_ASKED: Asked = { kinds: [], hasWindows: false, hasSla: false, hasMission: false, hasDoubt: false };

interface Questions {
  /** Of a model that was read from a text. */
  readonly doubts?: object;
  readonly targets: { readonly byKind: readonly { readonly target: string; readonly kind: string }[] };
  readonly simulation: { readonly missionSeconds: number | null };
  readonly sla: {
    readonly windows: object | null;
    readonly toleratesSeconds: number;
    readonly excludes: readonly string[];
  };
}

export function askedBy({ targets, sla, simulation, doubts = {} }: Questions): Asked {
  return {
    kinds: targets.byKind.map(({ target, kind }) => `${target}.${kind}`),
    hasWindows: sla.windows !== null,
    hasDoubt: Object.keys(doubts).length > 0,
    hasMission: simulation.missionSeconds !== null,
    hasSla: sla.toleratesSeconds > 0 || sla.excludes.length > 0,
  };
}

const WINDOWS = "the model promises nothing by the window: say so, as in 'sla: { promise: 99.95%, window: month }'.";
const SLA = "the SLA counts what availability counts: 'sla: { tolerates: 30 s }' or 'excludes' would tell them apart.";

const OF_KIND = /^(?:(rto|recoveryTime)|(?:rpo|dataLoss))\.(.+)\.p95$/;

/** Of `rto.region.p95` the target and its kind; null: it is no such figure. */
export function kindOf(name: string): { readonly target: 'rto' | 'rpo'; readonly kind: string } | null {
  const [whole, rto, kind] = OF_KIND.exec(name) ?? [];
  return whole === undefined ? null : { target: rto === undefined ? 'rpo' : 'rto', kind };
}

/** Why there is no such figure in a report of the model, as a sentence with the way out; null: there is one. */
export function whyAbsent(name: string, { kinds, hasWindows, hasSla, hasMission }: Asked): string | null {
  if (!hasWindows && /^(windows\.|credits\b)/.test(name)) return WINDOWS;
  if (!hasMission && name.startsWith('mission.'))
    return "the model asks for no mission: say how long it is, as in 'simulation: { mission: 1000 h }'.";
  if (!hasSla && name.startsWith('sla.')) return SLA;
  const parts = kindOf(name);
  if (parts === null || kinds.includes(`${parts.target}.${parts.kind}`)) return null;
  const others = kinds.map((each) => `${each}.p95`);
  return (
    `the model has no target for that: give it one, as in 'targets: { ${parts.target}: { ${parts.kind}: 1 h } }'.` +
    (others.length === 0 ? '' : `\n  There are ${others.join(', ')}.`)
  );
}
