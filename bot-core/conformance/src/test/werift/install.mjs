// Runs `npm ci` when node_modules does not match the lock file, so that a rebuild costs next to nothing.
import { spawnSync } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.dirname(fileURLToPath(import.meta.url));
const lock = path.join(home, 'package-lock.json');
const installed = path.join(home, 'node_modules', '.installed-lock.json');
const text = (file) => readFile(file, 'utf8').catch(() => '');

if ((await text(lock)) !== (await text(installed))) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (npm.error || npm.status !== 0) {
    throw new Error(`npm ci failed in ${home}: ${npm.error?.message ?? `exit code ${npm.status}`}`);
  }
  await copyFile(lock, installed);
}
