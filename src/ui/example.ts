import type { JSX } from 'preact';

/** One way a component can look: drawn in the gallery, checked by axe, looked at by people. */
export interface Example {
  readonly name: string;
  readonly render: () => JSX.Element;
}
