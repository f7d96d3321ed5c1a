import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../server/headers.ts';
import { pagePolicy } from './policyTag.ts';

it('says in the page what the header says, but for what a page cannot say', () => {
  expect(`${pagePolicy}; frame-ancestors 'none'`).toBe(contentSecurityPolicy);
  expect(pagePolicy).toContain("default-src 'none'");
});
