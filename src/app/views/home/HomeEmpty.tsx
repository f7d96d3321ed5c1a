import type { ComponentChildren, JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { Shape } from '../../../ui/Shape/Shape.tsx';

const numbers = [1, 2, 3, 4, 5] as const;

/** Before the first plan: it teaches the five parts. */
export function HomeEmpty({
  top,
  offers,
}: {
  readonly top: ComponentChildren;
  /** Plans that may be taken over from a colleague, without names. */
  readonly offers: ComponentChildren;
}): JSX.Element {
  const t = useT();
  return (
    <PageFrame
      title={t('home:empty.title')}
      top={top}
      left={
        <Circle part={null} size={306}>
          <span class="home__circle-name">{t('home:empty.circle')}</span>
        </Circle>
      }
      lead={t('home:empty.lead')}
      foot={
        <>
          <Button kind="quiet" href="/direkt">
            {t('home:actions.direct')}
          </Button>
          <Button kind="quiet" href="/ga-med">
            {t('sync:join.meeting')}
          </Button>
          <Button kind="quiet" href="/vad-ar-en-sip">
            {t('home:empty.what')}
          </Button>
        </>
      }
    >
      <dl class="home__parts">
        {numbers.map((part) => (
          <div class="home__part" key={part}>
            <dt>
              <Shape part={part} size={32} />
              <span>{t(`common:part.${part}`)}</span>
            </dt>
            <dd>{t(`home:empty.part${part}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('home:empty.practice')}</p>
      <div class="button-row">
        <Button kind="filled" size="large" href="/ova">
          {t('home:actions.practice')}
        </Button>
        <Button size="large" href="/ny">
          {t('home:actions.new')}
        </Button>
      </div>
      {offers}
    </PageFrame>
  );
}
