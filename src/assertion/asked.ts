/** What a model asks beside what every report answers. */
export interface Asked {
  /** Its targets by kind of disruption, as `rto.region`. */
  readonly kinds: readonly string[];
}

export const NOTHING_ASKED: Asked = { kinds: [] };

interface Questions {
  readonly targets: { readonly byKind: readonly { readonly target: string; readonly kind: string }[] };
}

export function askedBy({ targets }: Questions): Asked {
  return { kinds: targets.byKind.map(({ target, kind }) => `${target}.${kind}`) };
}

const OF_KIND = /^(?:(rto|recoveryTime)|(?:rpo|dataLoss))\.(.+)\.p95$/;

/** Of `rto.region.p95` the target and its kind; null: it is no such figure. */
export function kindOf(name: string): { readonly target: 'rto' | 'rpo'; readonly kind: string } | null {
  const [whole, rto, kind] = OF_KIND.exec(name) ?? [];
  return whole === undefined ? null : { target: rto === undefined ? 'rpo' : 'rto', kind };
}

/** Why there is no such figure in a report of the model, as a sentence with the way out; null: there is one. */
export function whyAbsent(name: string, { kinds }: Asked): string | null {
  const parts = kindOf(name);
  if (parts === null || kinds.includes(`${parts.target}.${parts.kind}`)) return null;
  const others = kinds.map((each) => `${each}.p95`);
  return (
    `the model has no target for that: give it one, as in 'targets: { ${parts.target}: { ${parts.kind}: 1 h } }'.` +
    (others.length === 0 ? '' : `\n  There are ${others.join(', ')}.`)
  );
}
