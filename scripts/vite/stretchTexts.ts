/**
 * A Vite plugin: a build in which every Swedish text is 40 % longer and stands in brackets (src/i18n/stretched.ts), to
 * look at and to hold every view against. `SIP_TEXTS=stretched vite build --outDir …`; never in the program.
 */
import type { Plugin } from 'vite';
import { stretchTree } from '../../src/i18n/stretched.ts';

const swedishFile = /[\\/]i18n[\\/]locales[\\/]sv[\\/]\w+\.json$/;

export const stretchTexts = (isAsked: boolean): Plugin => ({
  name: 'sip:stretch-texts',
  enforce: 'pre',
  transform: (code, id) =>
    isAsked && swedishFile.test(id) ? JSON.stringify(stretchTree(JSON.parse(code))) : null,
});
