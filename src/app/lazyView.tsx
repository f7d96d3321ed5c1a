/**
 * A view that is loaded when it is gone to. While it comes nothing moves; when it cannot come (a file is missing and
 * there is no internet) it says so instead of standing empty.
 */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../i18n/useT.ts';
import { Button } from '../ui/Button/Button.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';

interface Loading<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  view: ComponentType<Props> | null;
}

export const lazyView = <Props extends object>(
  load: Loading<Props>['load'],
): ((props: Props) => JSX.Element) => {
  const loading: Loading<Props> = { load, view: null };
  return (props) => <Lazy loading={loading} props={props} />;
};

function Lazy<Props extends object>({
  loading,
  props,
}: {
  readonly loading: Loading<Props>;
  readonly props: Props;
}): JSX.Element | null {
  const t = useT();
  const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(
    loading.view === null ? 'loading' : 'loaded',
  );
  useEffect(() => {
    if (loading.view !== null) return;
    loading.load().then(
      (view) => {
        loading.view = view;
        setState('loaded');
      },
      () => setState('failed'),
    );
  }, [loading]);

  if (state === 'failed') {
    return (
      <main class="shell-message">
        <h1 tabIndex={-1}>{t('errors:view.title')}</h1>
        <Notice
          kind="error"
          actions={<Button onClick={() => location.reload()}>{t('common:action.tryAgain')}</Button>}
        >
          {t('errors:view.what')}
        </Notice>
      </main>
    );
  }
  const View = loading.view;
  return View === null ? null : <View {...props} />;
}
