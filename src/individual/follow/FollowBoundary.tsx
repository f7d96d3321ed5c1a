/**
 * What came cannot be drawn: a newer program sent it, or it is a bug. The phone says what to do, keeps its languages and goes
 * on by itself when the next comes. Nobody who follows is led to the pages of those who write.
 */
import { Component, type ComponentChildren } from 'preact';

export interface FollowBoundaryProps {
  /** Which state is drawn: another one is tried again. */
  readonly at: number;
  /** What stands there instead. */
  readonly instead: ComponentChildren;
  readonly children: ComponentChildren;
}

export class FollowBoundary extends Component<
  FollowBoundaryProps,
  { readonly failedAt: number | null }
> {
  override state: { readonly failedAt: number | null } = { failedAt: null };

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.at });
  }

  override render(): ComponentChildren {
    return this.state.failedAt === this.props.at ? this.props.instead : this.props.children;
  }
}
