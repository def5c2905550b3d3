import type { Page } from 'playwright-core';
import type { Box } from './engine-page.ts';

/**
 * How well what is written in a part of a picture can be read: the contrast of WCAG 2 between the colour that most of
 * it has, and whichever of the others differs most from that. Any page of a browser can count it.
 */
export function contrastIn(page: Page, png: string, part: Box): Promise<number> {
  return page.evaluate(
    async ([data, { left, top, width, height }]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Math.floor(width), Math.floor(height)];
      const context = canvas.getContext('2d')!;
      context.drawImage(image, -Math.ceil(left), -Math.ceil(top));
      const { data: points } = context.getImageData(0, 0, canvas.width, canvas.height);
      const channel = (value: number) =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      const counts = new Map<number, number>();
      for (let at = 0; at < points.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = points.slice(at, at + 3);
        const light = 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
        counts.set(light, (counts.get(light) ?? 0) + 1);
      }
      const [ground = 0] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
      const contrasts = [...counts.keys()].map(
        (light) => (Math.max(light, ground) + 0.05) / (Math.min(light, ground) + 0.05),
      );
      return Math.max(...contrasts);
    },
    [png, part] as const,
  );
}
