/**
 * A view that is loaded when it is gone to, or before that in a quiet moment (`warmWhenIdle`). While it comes nothing
 * moves; when it cannot come (a file is missing and there is no internet) it says so instead of standing empty.
 */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../i18n/useT.ts';
import { Button } from './Button/Button.tsx';
import { Notice } from './Notice/Notice.tsx';

export interface LazyView<Props> {
  (props: Props): JSX.Element;
  /** Loads it before it is gone to. False when it could not be had; going to it tries again. */
  readonly warm: () => Promise<boolean>;
}

export interface LazyViewOptions<Props> {
  /**
   * What a page says when it cannot come fills the window; a piece says it where it stands. An extra comes
   * when nothing else is to be done, and says nothing.
   */
  readonly as?: 'page' | 'piece' | 'extra';
  /** One more way on, beside trying again. */
  readonly wayOut?: ComponentType<Props>;
}

interface Loading<Props> extends LazyViewOptions<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  view: ComponentType<Props> | null;
}

export const lazyView = <Props extends object>(
  load: Loading<Props>['load'],
  options: LazyViewOptions<Props> = {},
): LazyView<Props> => {
  const loading: Loading<Props> = { ...options, load, view: null };
  return Object.assign((props: Props) => <Lazy loading={loading} props={props} />, {
    warm: () => fetchView(loading),
  });
};

const fetchView = async <Props extends object>(loading: Loading<Props>): Promise<boolean> => {
  try {
    loading.view ??= await loading.load();
    return true;
  } catch {
    return false;
  }
};

/** Loads them one after the other as soon as nothing else is to be done; gives the way to stop. */
export const warmWhenIdle = (
  views: readonly { readonly warm: () => Promise<boolean> }[],
): (() => void) => {
  let stopped = false;
  const warm = async (): Promise<void> => {
    for (const view of views) if (!stopped) await view.warm();
  };
  const idle = 'requestIdleCallback' in globalThis;
  const handle = idle
    ? requestIdleCallback(() => void warm(), { timeout: 1_000 })
    : setTimeout(() => void warm(), 100);
  return () => {
    stopped = true;
    if (idle) cancelIdleCallback(Number(handle));
    else clearTimeout(handle);
  };
};

function Lazy<Props extends object>({
  loading,
  props,
}: {
  readonly loading: Loading<Props>;
  readonly props: Props;
}): JSX.Element | null {
  const t = useT();
  const [there, setThere] = useState<boolean | null>(null);
  const [triedAgain, setTriedAgain] = useState(false);
  const View = loading.view;
  const isDrawn = View !== null;
  // Not by what is there now: it may have come since this was drawn empty, and must be drawn then.
  useEffect(() => {
    if (!isDrawn) void fetchView(loading).then(setThere);
  }, [loading, isDrawn]);

  if (View !== null) return <View {...props} />;
  if (there !== false || loading.as === 'extra') return null;
  const WayOut = loading.wayOut;
  const words = (title?: string): JSX.Element => (
    <Notice
      kind="error"
      title={title}
      actions={
        <>
          <Button
            onClick={() => {
              // Some browsers keep that a file was missing until the page is loaded anew. What was written is on disk.
              if (triedAgain) location.reload();
              setTriedAgain(true);
              void fetchView(loading).then(setThere);
            }}
          >
            {t('common:action.tryAgain')}
          </Button>
          {WayOut !== undefined && <WayOut {...props} />}
        </>
      }
    >
      {t('errors:view.what')}
    </Notice>
  );
  if (loading.as === 'piece') return words(t('errors:view.title'));
  return (
    <main class="shell-message">
      <h1 tabIndex={-1}>{t('errors:view.title')}</h1>
      {words()}
    </main>
  );
}
