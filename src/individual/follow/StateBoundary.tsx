/**
 * What comes through a share was written by another program, perhaps a newer one: where it cannot be drawn, something is said in
 * its place, and it is tried again with the next that comes. Nothing else of the page goes with it.
 */
import { Component, type ComponentChildren } from 'preact';

export interface StateBoundaryProps {
  /** What is drawn now. */
  readonly of: unknown;
  readonly otherwise: ComponentChildren;
  readonly children: ComponentChildren;
}

interface Failed {
  /** What could not be drawn; undefined while all could. */
  readonly failed: unknown;
}

export class StateBoundary extends Component<StateBoundaryProps, Failed> {
  override state: Failed = { failed: undefined };

  override componentDidCatch(): void {
    this.setState({ failed: this.props.of });
  }

  override render(): ComponentChildren {
    const { of, otherwise, children } = this.props;
    return this.state.failed !== undefined && this.state.failed === of ? otherwise : children;
  }
}
