/** Bundles the finder once a process, as one script that can be put into any page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let made: Promise<string> | undefined;

const bundle = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('page/finder.ts', import.meta.url)),
        formats: ['iife'],
        name: 'sipFinderBundle',
      },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (output === undefined || !('output' in output)) throw new Error('The finder was not bundled.');
  return output.output[0].code;
};

export const finderSource = (): Promise<string> => {
  made ??= bundle();
  return made;
};
