/** What takes longer than a moment says so: a slow disk must not look like an empty program. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const momentMs = 1_000;

export function Opening({ words }: { readonly words: string }): JSX.Element {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), momentMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="shell-message" role="status">
      {slow ? words : ''}
    </p>
  );
}
