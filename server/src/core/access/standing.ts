export const Standing = { NEW: 'NEW', VETTED: 'VETTED', LEAD: 'LEAD', SUSPENDED: 'SUSPENDED' } as const;
export type Standing = keyof typeof Standing;
