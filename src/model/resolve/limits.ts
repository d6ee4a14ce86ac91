/** What can be run at all: beyond this nobody waits for the end. */
export const MODEL_LIMITS = {
  members: 1_000_000,
  services: 2_000,
  /** Parts of one component. */
  stock: 100_000,
  /** Everything that experiments strike, in all. */
  injections: 10_000,
  /** Factors of all services' answers, written out. */
  dependencies: 1_000_000,
  failuresPerYear: 1e8,
  years: 1e9,
  warmUpYears: 1_000,
  /** The mean time that an experiment keeps something failed, and from its first strike to its last. */
  experimentYears: 1_000,
  /** Backups of one policy that are kept at once. */
  backups: 10_000_000,
} as const;
