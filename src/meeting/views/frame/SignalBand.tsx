/** A card that was shown: calm, without sound or movement, until it is seen (field.md 16). Kept in memory only. */
import type { JSX } from 'preact';
import { useLeader } from '../Leader.ts';
import { SignalCards } from '../pieces.ts';
import './SignalBand.css';

export function SignalBand(): JSX.Element {
  const { signals } = useLeader();
  return (
    <div class="signal-band" role="status">
      {signals.length > 0 && <SignalCards />}
    </div>
  );
}
