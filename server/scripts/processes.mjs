import { spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// These scripts run before anything is installed, on any Node from 20: plain JavaScript, no dependencies.

export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const oldestNode = 24;

/** Says a sentence and ends with code 1. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Whether this very process runs on a Node the server can use. */
export function runsOnNewNode() {
  return Number(process.versions.node.split('.', 1)[0]) >= oldestNode;
}

/**
 * The Node that runs the server: this one when it is new enough, else the one npm installed. npm 10 loses its
 * link in `node_modules/.bin` (it removes the packages of other platforms, and the link with them), so the link is
 * made again: every npm script finds it there.
 */
export function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const installed = join(projectDir, 'node_modules', `node-${platform}-${process.arch}`, 'bin', 'node');
  const link = join(projectDir, 'node_modules', '.bin', 'node');
  if (existsSync(installed) && !existsSync(link)) {
    try {
      symlinkSync(relative(dirname(link), installed), link);
    } catch {
      // Made by another start in the same moment, or not allowed: the full path works as well.
    }
  }
  if (runsOnNewNode()) return process.execPath;
  for (const file of [installed, `${installed}.exe`]) if (existsSync(file)) return file;
  return giveUp(
    `Strikeboard needs Node ${oldestNode} on this platform: install it from nodejs.org and start again.`,
  );
}

/** The environment for a child: the right Node first, and the commands npm installed. */
export function childEnvironment(node) {
  const path = [dirname(node), join(projectDir, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(process.platform === 'win32' ? ';' : ':') };
}

/**
 * Runs a command in the project's folder and resolves with its exit code and, with `quiet`, what it printed.
 * A signal for this process goes on to the command, which decides when to end; then this process ends with it.
 */
export function runCommand(program, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: options.cwd ?? projectDir,
      env: { ...(options.env ?? process.env), ...(options.quiet ? { NO_COLOR: '1' } : {}) },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    let asked = false;
    const forward = (signal) => {
      asked = true;
      child.kill(signal);
    };
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      // 128 + number is how a shell tells of a signal; npm passes it on.
      const result = { code: code ?? (signal === 'SIGINT' ? 130 : 143), output };
      if (asked) process.exit(result.code);
      resolve(result);
    });
  });
}
