/** How many mails may leave the house, over all servers on one database. */
export interface MailLimits {
  /** Mails of every kind. */
  perHour: number;
  perDay: number;
  /** Codes, which any stranger can have sent to any address: all of them. */
  codesPerHour: number;
  codesPerDay: number;
  /** Codes to addresses of one domain, in an hour. */
  codesPerDomain: number;
  /** Codes asked for from one network in a day; see `codesOfNetwork`. */
  codesPerNetwork: number;
  /** Codes in a day, for one person and for one mailbox. */
  codesPerMailbox: number;
}

/*
 * Notices go to whoever confirmed an address, three a day at most, so a programme of thousands fits into the wide
 * limits. Newcomers ask for a code or two: a hall behind one address fits into the narrow ones, and a flood of codes
 * takes a tenth of what the notices have.
 */
export const usualMailLimits: MailLimits = {
  perHour: 3_000,
  perDay: 20_000,
  codesPerHour: 300,
  codesPerDay: 2_000,
  codesPerDomain: 150,
  codesPerNetwork: 60,
  codesPerMailbox: 5,
};

/** The setting of each figure. */
export const mailLimitNames: Record<keyof MailLimits, string> = {
  perHour: 'MAIL_HOUR',
  perDay: 'MAIL_DAY',
  codesPerHour: 'MAIL_CODES_HOUR',
  codesPerDay: 'MAIL_CODES_DAY',
  codesPerDomain: 'MAIL_CODES_DOMAIN',
  codesPerNetwork: 'MAIL_CODES_NETWORK',
  codesPerMailbox: 'MAIL_CODES_ADDRESS',
};
