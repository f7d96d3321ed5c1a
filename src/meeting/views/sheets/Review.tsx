import type { JSX } from 'preact';
export function Review(): JSX.Element { return <div />; }
