/** Keeps a choice of this browser (language, theme, time zone) for a year. Holds nothing about the person. */
export function keepPreference(name: string, value: string): void {
  try {
    document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax`;
  } catch {
    // A frame that may keep nothing throws: the choice holds until the next page.
  }
}
