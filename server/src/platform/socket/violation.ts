/** The other end does not keep to the protocol of sockets; `code` is what it is closed with (RFC 6455, section 7.4.1). */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly code: number;

  private constructor(code: number, words: string) {
    super(words);
    this.code = code;
  }

  static ofProtocol(words: string): Violation {
    return new Violation(1002, words);
  }

  static notReadable(): Violation {
    return new Violation(1007, 'This cannot be read');
  }

  static tooMuch(): Violation {
    return new Violation(1008, 'Too many pieces');
  }

  static tooLarge(): Violation {
    return new Violation(1009, 'Message too large');
  }
}
