/** Whether one of these texts says the name of the employer, however it is written there. */
export function namesEmployer(employer: string, texts: readonly string[]): boolean {
  const name = plain(employer);
  return name !== '' && texts.some((text) => ` ${plain(text)} `.includes(` ${name} `));
}

/** Letters and digits alone, so that case, accents, dots and hyphens make no difference. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
