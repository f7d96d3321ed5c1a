/** What the device reads when the program is put on the home screen. Its words are read before any script runs. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ManifestOptions } from 'vite-plugin-pwa';

const screenshotFolder = fileURLToPath(new URL('../../public/screenshots', import.meta.url));

/** Files named `wide-1180x820-leda.png`: form, size, view. Made by `scripts/screenshots.ts`. */
const screenshots = (): NonNullable<ManifestOptions['screenshots']> => {
  const labels: Readonly<Record<string, string>> = {
    leda: 'Led mötet genom cirkelns fem delar',
    rummet: 'Det alla i rummet ser',
    oppna: 'Öva med ett påhittat möte',
  };
  let files: readonly string[] = [];
  try {
    files = readdirSync(screenshotFolder).sort();
  } catch {
    return [];
  }
  return files.flatMap((file) => {
    const [, form, sizes, view] = /^(wide|narrow)-(\d+x\d+)-(\w+)\.png$/.exec(file) ?? [];
    const label = labels[view ?? ''];
    if (sizes === undefined || label === undefined || (form !== 'wide' && form !== 'narrow'))
      return [];
    return [{ src: `/screenshots/${file}`, sizes, type: 'image/png', form_factor: form, label }];
  });
};

const shortcut = (name: string, url: string, icon: string) => ({
  name,
  url,
  icons: [96, 192].map((size) => ({
    src: `/icons/${icon}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  })),
});

export const createManifest = (): Partial<ManifestOptions> => ({
  id: '/',
  name: 'SIP-mötet',
  short_name: 'SIP-mötet',
  description: 'Leder ett SIP-möte, med eller utan internet.',
  lang: 'sv',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  background_color: '#fbf7ef',
  theme_color: '#fbf7ef',
  categories: ['productivity', 'medical'],
  prefer_related_applications: false,
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [shortcut('Öva', '/ova', 'ova'), shortcut('Ny SIP', '/ny', 'ny')],
  screenshots: screenshots(),
});
