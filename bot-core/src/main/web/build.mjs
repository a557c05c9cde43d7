// Bundles the page: node build.mjs <output folder>. Does nothing when the output is newer than every input, and runs
// `npm ci` only when node_modules does not match the lock file, so that a rebuild costs next to nothing.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? 'dist');
const copied = ['index.html', 'app.css', 'icon.svg'];

if (Number(process.versions.node.split('.')[0]) < 18) {
  throw new Error(`The page is built with Node.js 18 or newer; this is ${process.version}`);
}

async function changedAt(file) {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  );
}

async function inputs() {
  const sources = (await readdir(path.join(home, 'src'))).map((name) => path.join('src', name));
  return [...sources, ...copied, 'package.json', 'package-lock.json', 'build.mjs'].map((name) => path.join(home, name));
}

async function upToDate() {
  const newest = Math.max(...(await Promise.all((await inputs()).map(changedAt))));
  const outputs = [...copied, 'app.js', 'odin-worker.js', 'odin-worklet.js'].map((name) => changedAt(path.join(out, name)));
  return Math.min(...(await Promise.all(outputs))) > newest;
}

async function installPackages() {
  const lock = path.join(home, 'package-lock.json');
  const installed = path.join(home, 'node_modules', '.installed-lock.json');
  const text = (file) => readFile(file, 'utf8').catch(() => '');
  if ((await text(lock)) === (await text(installed))) {
    return;
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (npm.error || npm.status !== 0) {
    throw new Error(`npm ci failed in ${home}: ${npm.error?.message ?? `exit code ${npm.status}`}`);
  }
  await copyFile(lock, installed);
}

/** The two scripts that the SDK carries as data: addresses, as files; src/own-scripts.js says why. */
async function extractScripts() {
  const sdk = path.join(home, 'node_modules/@4players/odin/lib/cjs/worker.js');
  const { workerScript, workletScript } = createRequire(import.meta.url)(sdk);
  const decode = (address) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  await writeFile(path.join(out, 'odin-worker.js'), decode(workerScript));
  await writeFile(path.join(out, 'odin-worklet.js'), decode(workletScript));
}

if (!(await upToDate())) {
  await installPackages();
  const { build } = await import('esbuild');
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
  await mkdir(out, { recursive: true });
  await build({
    absWorkingDir: home,
    entryPoints: ['src/main.js'],
    outfile: path.join(out, 'app.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
    define: { PAGE_VERSION: JSON.stringify(version) },
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of copied) {
    await writeFile(path.join(out, name), await readFile(path.join(home, name)));
  }
  await extractScripts();
}
