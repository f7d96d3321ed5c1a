/**
 * The content security policy in the page itself too: a host that serves files and sets no headers of its own protects
 * as much, but for `frame-ancestors`, which browsers take from a header alone.
 */
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from '../../server/headers.ts';

export const pagePolicy = contentSecurityPolicy
  .split('; ')
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .join('; ');

export const policyTag = (): Plugin => ({
  name: 'sip:policy-tag',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy },
      injectTo: 'head-prepend',
    },
  ],
});
