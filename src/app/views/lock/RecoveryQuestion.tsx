/** The question as a file and as a text, with the digits that both ends read aloud. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import type { AskedQuestion } from '../../../vault/recovery.ts';
import './lock.css';

export interface RecoveryQuestionProps {
  readonly question: AskedQuestion;
  readonly onAnew: () => Promise<void>;
}

/** Says what it is, and nothing about whose it is. */
const fileName = 'sip-fraga.txt';

export function RecoveryQuestion({ question, onAnew }: RecoveryQuestionProps): JSX.Element {
  const t = useT();
  const [href, setHref] = useState<string | null>(null);
  const [copied, setCopied] = useState<'yes' | 'byHand' | null>(null);
  const area = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([question.text], { type: 'text/plain' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [question.text]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(question.text);
      setCopied('yes');
    } catch {
      area.current?.focus();
      area.current?.select();
      setCopied('byHand');
    }
  };
  return (
    <section class="form recovery__step" aria-label={t('vault:recovery.questionTitle')}>
      <h3>{t('vault:recovery.questionTitle')}</h3>
      <p>{t('vault:recovery.questionSend')}</p>
      <div class="button-row">
        {href !== null && (
          <a class="button button--outlined" href={href} download={fileName}>
            <span class="button__words">{t('vault:recovery.saveQuestion')}</span>
          </a>
        )}
        <Button onClick={() => void copy()}>{t('vault:recovery.copyQuestion')}</Button>
      </div>
      <p role="status">
        {copied === 'yes' && t('vault:recovery.copied')}
        {copied === 'byHand' && t('vault:recovery.byHand')}
      </p>
      <Field
        label={t('vault:recovery.question')}
        value={question.text}
        onInput={() => undefined}
        multiline
        rows={4}
        readOnly
        inputRef={area}
        class="recovery__text"
      />
      <p>{t('vault:recovery.call')}</p>
      <dl class="recovery__facts">
        <dt>{t('vault:recovery.check')}</dt>
        <dd>{question.check}</dd>
        <dt>{t('vault:recovery.fingerprint')}</dt>
        <dd>{question.fingerprint}</dd>
      </dl>
      <p class="soft">{t('vault:recovery.waits')}</p>
      <Button
        kind="quiet"
        onClick={async () => {
          setCopied(null);
          await onAnew();
        }}
      >
        {t('vault:recovery.anew')}
      </Button>
    </section>
  );
}
