/** One e-mail, ready to go. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Equal for the same message: by it a double shows as one. */
  messageId: string;
  headers: Record<string, string>;
  /** It holds a code: any stranger can have one sent, and room for it was taken when it was asked for. */
  isCode?: boolean;
}

/** What a carrier could not do. The reason names no address: it is kept and shown. Words, where there are any, are for the log. */
export class CarrierFailure extends Error {
  readonly reason: string;
  /** Trying again would not help. */
  readonly isFinal: boolean;
  constructor(reason: string, options: { isFinal?: boolean; words?: string } = {}) {
    super(options.words ?? reason);
    this.name = 'CarrierFailure';
    this.reason = reason;
    this.isFinal = options.isFinal ?? false;
  }
}

/** Takes messages out of the house. */
export interface Carriers {
  /** Where people reach this server, without a final slash. */
  url: string;
  words: MailWords;
  /** Throws a CarrierFailure. */
  sendMail(mail: Mail): Promise<void>;
  /** Tells a browser that there is news, and nothing else. Throws a CarrierFailure; a final one for a browser that is gone. */
  sendPush(endpoint: string, headers: Record<string, string>): Promise<void>;
}

/** Looks up a text of the catalogue's `notices`, such as `mail.subject`. */
export type Text = (key: string, values?: Record<string, unknown>) => string;
export type MailWords = (language: string) => Text;
