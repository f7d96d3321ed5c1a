/** A bug in a view: says that nothing is lost and offers one way on. The error itself is not shown or sent. */
import { Component, type ComponentChildren } from 'preact';
import { translate } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';

export class ErrorBoundary extends Component<
  { readonly children: ComponentChildren },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ComponentChildren {
    if (!this.state.failed) return this.props.children;
    return (
      <main class="shell-message">
        <h1>{translate('errors:crash.title')}</h1>
        <Notice
          kind="error"
          actions={
            <Button kind="filled" onClick={() => location.assign('/')}>
              {translate('common:action.tryAgain')}
            </Button>
          }
        >
          {translate('errors:crash.what')}
        </Notice>
      </main>
    );
  }
}
