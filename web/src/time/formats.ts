/**
 * Intl's formatters, each made once: making one costs some hundred times what using it does, and a board
 * writes hundreds of moments. One of these per page in the browser and per request on the server.
 */
export class Formats {
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #relatives = new Map<string, Intl.RelativeTimeFormat>();

  date(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return kept(this.#dates, language, options, () => new Intl.DateTimeFormat(language, options));
  }

  number(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return kept(this.#numbers, language, options, () => new Intl.NumberFormat(language, options));
  }

  relative(language: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
    return kept(this.#relatives, language, options, () => new Intl.RelativeTimeFormat(language, options));
  }
}

function kept<Format>(
  made: Map<string, Format>,
  language: string,
  options: object,
  make: () => Format,
): Format {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}
