/** How a report can be written. */
export const FORMATS = ['table', 'json', 'csv', 'markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];
/** Of commands that give verdicts. */
export const VERDICT_FORMATS = [...FORMATS, 'junit'] as const;
export type VerdictFormat = (typeof VERDICT_FORMATS)[number];
