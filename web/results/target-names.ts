/** How targets are called. */
export const TARGET_NAMES = { availability: 'Availability', rto: 'RTO', rpo: 'RPO', budget: 'Budget' } as const;
