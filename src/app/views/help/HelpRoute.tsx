/** `/hjalp` and `/hjalp/:page`: loaded as one, so that every page is there offline when one is. */
import type { JSX } from 'preact';
import { NotFound } from '../../shell/NotFound.tsx';
import { HelpView } from './HelpView.tsx';
import { helpPages } from './helpPages.ts';
import { TroubleView } from './TroubleView.tsx';

export function HelpRoute({ page }: { readonly page: string | undefined }): JSX.Element {
  if (page === undefined) return <HelpView />;
  const found = helpPages.find(({ id }) => id === page);
  if (found === undefined) return <NotFound />;
  if ('trouble' in found.body) return <TroubleView key={page} trouble={found.body.trouble} />;
  const { view: View } = found.body;
  return <View key={page} />;
}
