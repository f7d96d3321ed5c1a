/** Writes `public/icons`: `node scripts/with-node24.mjs scripts/icons/make.ts`. Run it when a drawing has changed. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../e2e/driver/programs.ts';
import { drawings, sizes } from './drawing.ts';

const folder = fileURLToPath(new URL('../../public/icons', import.meta.url));

const program = findChromium();
if (program === null) throw new Error('Drawing the icons needs Chromium.');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/favicon.svg`, drawings.favicon);
await writeFile(`${folder}/icon.svg`, drawings.icon);

const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
try {
  for (const [name, size] of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawings[name]}`,
    );
    await page.screenshot({ path: `${folder}/${name}-${size}.png`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
