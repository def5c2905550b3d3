/** `auto` follows the device. The choice is a cookie, so that the server writes it into the page: no flash, no script. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'theme';

export function isTheme(value: unknown): value is Theme {
  return themes.includes(value as Theme);
}
