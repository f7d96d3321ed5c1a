/**
 * How the app is built, and how unit tests are run.
 *
 * `react` is `@preact/compat` already in package.json, so that `@xstate/react` and tests share one Preact.
 */
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { compressDist } from './scripts/vite/compressDist.ts';

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false }), compressDist()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  worker: { format: 'es' },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'scripts/**/*.test.ts'],
    setupFiles: ['scripts/vitest.setup.ts'],
    restoreMocks: true,
    passWithNoTests: false,
  },
});
