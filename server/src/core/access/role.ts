export const Role = { ORGANIZER: 'ORGANIZER', APPROVER: 'APPROVER', MEMBER: 'MEMBER' } as const;
export type Role = keyof typeof Role;
