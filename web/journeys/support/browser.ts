import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/**
 * Starts a real browser: the one CHROMIUM names, or one that came with npm and needs no system package.
 * `words` are added to its command line. Close it when done.
 */
export async function launchBrowser(words: readonly string[] = []): Promise<Browser> {
  const named = process.env.CHROMIUM;
  if (named) return await chromium.launch({ executablePath: named, args: ['--no-sandbox', ...words] });
  const unpacked = await unpackChromium();
  return await chromium.launch({
    executablePath: join(unpacked, 'chromium'),
    // No sandbox, because it runs as root in a container too; it only ever opens our own pages.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...words],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: unpacked,
      LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
      FONTCONFIG_FILE: await nameFonts(unpacked),
    },
  });
}

/**
 * Tells the browser where its fonts are. The package's own configuration names fixed folders under the root, and a
 * browser without any font ends itself at the first text that no web font covers.
 */
async function nameFonts(unpacked: string): Promise<string> {
  const file = join(unpacked, 'fonts-here.conf');
  const fresh = `${file}.${process.pid}`;
  const folder = join(unpacked, 'fonts', 'fonts');
  const cache = join(unpacked, 'fonts-cache');
  await writeFile(
    fresh,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  await rename(fresh, file);
  return file;
}

/**
 * Unpacks the browser once per version into `.cache`. The package's own `executablePath` would unpack into a fixed
 * place under the system's temporary folder, where two runs meet a half-written file.
 */
export async function unpackChromium(): Promise<string> {
  const packageDir = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const cache = fileURLToPath(new URL('../../../.cache', import.meta.url));
  const target = join(cache, `chromium-${version}`);
  if (existsSync(target)) return target;

  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  // The package unpacks into the temporary folder of its process, so it gets a process with its own.
  const unpack = `
    import { join } from 'node:path';
    import { inflate } from '@sparticuz/chromium';
    for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) {
      await inflate(join(process.argv[1], 'bin', name));
    }`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack, packageDir], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { PATH: process.env.PATH, TMPDIR: fresh },
  });
  try {
    await rename(fresh, target);
  } catch (error) {
    // Another run was first: its copy is as good.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
