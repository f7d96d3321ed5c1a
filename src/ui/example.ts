import type { JSX } from 'preact';

/** One way a component can look: drawn in the gallery, checked by axe, looked at by people. */
export interface Example {
  readonly name: string;
  readonly render: () => JSX.Element;
}

/** For examples that nobody presses. */
export function nothing(): void {
  // The gallery shows how things look; what they do is in the tests.
}
