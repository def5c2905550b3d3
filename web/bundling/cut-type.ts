import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/** Beside what Kit writes: made anew wherever it is missing, and in no commit. */
const folder = fileURLToPath(new URL('../.svelte-kit/type/', import.meta.url));

/** What browsers use unasked, and figures of one width (`tabular-nums`), the only one of the rest that styles ask for. */
const features = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'rlig', 'liga', 'clig', 'calt', 'rvrn', 'tnum'];

const face = /@font-face\s*\{[^}]*\}/g;
const cut = /url\(\s*['"]?([^'")]+)\?cut=([\w-]+)['"]?\s*\)/;

/**
 * Cuts the files of type down to what their `@font-face` says of them: the signs of its `unicode-range`, the weights
 * and widths that it promises. `url('<package>/<file>.woff2?cut=<name>')` asks for it.
 */
export function cutType(): Plugin {
  return {
    name: 'strikeboard:cut-type',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css(?:\?|$)/, code: /\?cut=/ },
      async handler(css, id) {
        let cutCss = css;
        for (const [rule] of css.matchAll(face)) {
          const [asked, source, name] = cut.exec(rule) ?? [];
          if (!asked || !source || !name) continue;
          const file = await cutFace(rule, source, name);
          const path = relative(dirname(id), file).replaceAll('\\', '/');
          cutCss = cutCss.replace(rule, rule.replace(asked, `url('${path}')`));
        }
        return { code: cutCss, map: null };
      },
    },
  };
}

/** The file of one face (its path), cut before or now. */
async function cutFace(rule: string, source: string, name: string): Promise<string> {
  const whole = await readFile(createRequire(import.meta.url).resolve(source));
  const key = createHash('sha256').update(whole).update(rule).update(features.join()).digest('hex');
  const file = join(folder, `${name}-${key.slice(0, 8)}`, `${name}.woff2`);
  if (existsSync(file)) return file;
  const [wght, wdth] = [rangeOf(rule, 'font-weight'), rangeOf(rule, 'font-stretch')];
  const bytes = await subsetFont(whole, signsOf(rule).join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght, wdth },
    keepFeatures: features,
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return file;
}

/** The signs that a face has by its `unicode-range`. */
export function signsOf(rule: string): string[] {
  const list = /unicode-range:([^;}]*)/.exec(rule)?.[1];
  if (!list) throw new Error(`A face without a unicode-range is not cut: ${rule}`);
  return list.split(',').flatMap((range) => {
    const [, from = '', to = from] = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(range.trim()) ?? [];
    const [first, last] = [parseInt(from, 16), parseInt(to, 16)];
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  });
}

function rangeOf(rule: string, descriptor: string): { min: number; max: number } {
  const [, min, max] = new RegExp(`${descriptor}:\\s*([\\d.]+)%?\\s+([\\d.]+)%?\\s*;`).exec(rule) ?? [];
  if (!min || !max) throw new Error(`A face without a range of ${descriptor} is not cut: ${rule}`);
  return { min: Number(min), max: Number(max) };
}
