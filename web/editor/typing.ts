/** Pauses in typing longer than this begin a new step of the history. */
export const TYPING = { group: 'typing', within: 800 } as const;
