/** A cut set with its chance if everything is independent, by which it stands among others. */
export interface RankedCut {
  readonly causes: readonly string[];
  readonly unavailability: number;
}

/** Cut sets that differ only in which of the members that are alike they hold. */
export interface CutKind {
  /** Each once, domains and shocks by their variables. */
  readonly domains: readonly number[];
  readonly shocks: readonly number[];
  /** So many of the members of a service that stand in none of the domains. */
  readonly lost: readonly { readonly service: number; readonly units: number }[];
}
