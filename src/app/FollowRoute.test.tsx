// @vitest-environment happy-dom
/** `/folj`: the link in the address, whenever it comes there. */
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { initI18n } from '../i18n/i18n.ts';
import { FollowRoute } from './FollowRoute.tsx';
import { createTestDevice } from './testDevice.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

it('takes a link that came while the page was being loaded, and out of the address', async () => {
  history.replaceState(null, '', '/folj#inte-hel');
  const { session } = await createTestDevice();
  render(<FollowRoute deps={session.deps} link={null} />);
  await screen.findByText('Länken fungerar inte', {}, { timeout: 10_000 });
  expect(location.hash).toBe('');
});
