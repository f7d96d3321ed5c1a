/**
 * How the app is built, and how unit tests are run.
 *
 * `react` is `@preact/compat` already in package.json, so that `@xstate/react` and tests share one Preact.
 */
import preact from '@preact/preset-vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { compressDist } from './scripts/vite/compressDist.ts';
import { keptFiles } from './scripts/vite/keptFiles.ts';
import { createManifest } from './scripts/vite/manifest.ts';
import { policyTag } from './scripts/vite/policyTag.ts';
import { stretchTexts } from './scripts/vite/stretchTexts.ts';
import { wayFiles } from './scripts/vite/wayFiles.ts';
import { fontCache } from './src/pwa/keptFonts.ts';

const kept = keptFiles();

export default defineConfig({
  plugins: [
    preact({ devToolsEnabled: false }),
    kept.plugin,
    policyTag(),
    stretchTexts(process.env['SIP_TEXTS'] === 'stretched'),
    VitePWA({
      // A new version waits until a person takes it (src/pwa/updateMachine.ts).
      registerType: 'prompt',
      injectRegister: false,
      strategies: 'generateSW',
      filename: 'sw.js',
      manifest: createManifest(),
      includeManifestIcons: false,
      workbox: {
        // The whole list is held against e2e/offline/precached.txt by a test.
        globPatterns: ['**/*.{html,js,css,woff2,wasm,json}', 'icons/*.svg', 'assets/*.svg'],
        // The fonts of other scripts are kept when a language is chosen (src/pwa/keptFonts.ts), or after a page asked.
        // What reads a code is of use only where a server answers, and is a megabyte.
        globIgnores: ['fonts/scripts/**', 'assets/zxing_reader-*.wasm'],
        runtimeCaching: [
          {
            urlPattern: /\/fonts\/scripts\/[^/]+\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: fontCache },
          },
        ],
        manifestTransforms: [kept.addList],
        dontCacheBustURLsMatching: /^assets\/.+-[\w-]{8}\.\w+$/,
        navigateFallback: '/index.html',
        // Signing in is the server's (server/access/authRoutes.ts).
        navigateFallbackDenylist: [/\/[^/?]+\.[^/?]+$/, /^\/auth\//],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
        maximumFileSizeToCacheInBytes: 3 * 1024 * 1024,
      },
    }),
    compressDist(),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: false,
    // Only the first screen names its files beforehand. The lists for all the others would be a part of the program.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    rolldownOptions: {
      output: {
        // The texts are a chunk of their own: languages are not counted in the size of the program. What an individual
        // can read comes with its language (src/i18n/locales/<code>.ts).
        // What the very first screen needs is one file too: many small ones cost a slow tablet more.
        codeSplitting: {
          groups: [
            { name: 'sv', test: /i18n[\\/]locales[\\/]sv[\\/]/, tags: ['$initial'], priority: 2 },
            { name: 'first', tags: ['$initial'], priority: 1 },
            wayFiles(),
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    environment: 'node',
    include: [
      'src/**/*.test.{ts,tsx}',
      'server/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    // A machine that does much else is no failure: what a test waits for has its own limit.
    testTimeout: 30_000,
    // Both cores of the smallest machine: by itself one is left idle.
    maxWorkers: 2,
    // Modules are loaded once a worker: a third less work.
    isolate: false,
    setupFiles: ['scripts/vitest.setup.ts'],
    restoreMocks: true,
    passWithNoTests: false,
  },
});
