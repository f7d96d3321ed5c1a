/** Who leads the meeting, where it is not simply this window: said in one line, with what can be done about it. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Leadership } from '../../cases/leadership.ts';
import type { OpenCase } from '../../cases/openCase.ts';
import { useT } from '../../i18n/useT.ts';
import { unheardEvents } from '../../meeting/leaderTerms.ts';
import { useWorkspace } from '../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { useSession } from '../SessionContext.ts';
import { useReserve } from './useReserve.ts';

/** The device that leads says so this often. */
export const tellHereEveryMs = 20_000;
const lookEveryMs = 5_000;

interface LeadershipProps {
  readonly opened: OpenCase;
}

export interface LeadLineProps extends LeadershipProps {
  /** Others see this screen, or hold it: nothing is said here, but the other devices still hear from it. */
  readonly isSeen: boolean;
}

export function LeadLine({ opened, isSeen }: LeadLineProps): JSX.Element | null {
  const { sync, deps } = useSession();
  const { state } = useWorkspace();
  const [, look] = useState(0);
  const leadership = opened.leadership();
  const meeting = state.meeting.current.id;

  useEffect(() => {
    if (leadership.is !== 'here' || meeting === null) return;
    let cancel = (): void => undefined;
    const tell = (): void => {
      sync.tellHere(opened.caseId, meeting);
      cancel = deps.timers.after(tellHereEveryMs, tell);
    };
    tell();
    return () => cancel();
  }, [sync, deps, opened, leadership.is, meeting]);

  useEffect(() => {
    let cancel = (): void => undefined;
    const again = (): void => {
      look((n) => n + 1);
      cancel = deps.timers.after(lookEveryMs, again);
    };
    again();
    const stop = sync.onHere((caseId, device) => {
      if (caseId === opened.caseId) opened.heardFrom(device);
    });
    return () => {
      cancel();
      stop();
    };
  }, [sync, deps, opened]);

  if (isSeen) return null;
  if (opened.lead.status() === 'elsewhere') return <Elsewhere opened={opened} />;
  if (leadership.is === 'otherDevice') {
    // Where the case is on this device alone, another person's vault on it led: nobody else can be asked.
    const isShared = sync.get().cases.has(opened.caseId);
    return isShared ? (
      <OtherDevice opened={opened} leadership={leadership} />
    ) : (
      <Elsewhere opened={opened} />
    );
  }
  if (leadership.is === 'here' && leadership.asked !== null) {
    return <Asked opened={opened} asked={leadership.asked} />;
  }
  return null;
}

function Line({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const whole = useRef<HTMLDivElement>(null);
  useReserve(whole);
  return (
    <div class="shell-line" role="status" ref={whole}>
      {children}
    </div>
  );
}

function Elsewhere({ opened }: LeadershipProps): JSX.Element {
  const t = useT();
  return (
    <Line>
      <p>{t('errors:lead.elsewhere')}</p>
      <Button onClick={() => void opened.leadFromHere()}>{t('errors:lead.take')}</Button>
    </Line>
  );
}

type LeadWord = 'otherDevice' | 'asks' | 'offered' | 'unseen' | 'notCounted';

/** Who leads or asks, by name; where it is the reader on another device of theirs, by that. */
const useLeadWords = (name: string | null): ((word: LeadWord) => string) => {
  const t = useT();
  const { author } = useSession();
  const isOwn = name !== null && name !== '' && name === author().name;
  return (word) =>
    isOwn
      ? t(`errors:lead.own.${word}`)
      : t(`errors:lead.${word}`, { name: name || t('errors:lead.somebody') });
};

interface OtherDeviceProps extends LeadershipProps {
  readonly leadership: Extract<Leadership, { readonly is: 'otherDevice' }>;
}

function OtherDevice({ opened, leadership }: OtherDeviceProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const [read, setRead] = useState(0);
  const { isOffered, hasAsked, unseenSince } = leadership;
  const say = useLeadWords(leadership.name);
  if (isOffered) {
    return (
      <Line>
        <p>{say('offered')}</p>
        <Button onClick={() => void opened.leadFromHere()}>{t('errors:lead.take')}</Button>
      </Line>
    );
  }
  // What this device did while it did not know that another had taken over (design.md 4: told to both).
  const own = opened.device();
  const notCounted = unheardEvents(state.log).filter(
    ({ device, fact }) => device === own && fact.data.meetingId === state.meeting.current.id,
  ).length;
  if (notCounted > read) {
    return (
      <Line>
        <p>
          {say('otherDevice')} {say('notCounted')}
        </p>
        <Button onClick={() => setRead(notCounted)}>{t('errors:lead.read')}</Button>
      </Line>
    );
  }
  return (
    <Line>
      <p>{say(unseenSince === null ? 'otherDevice' : 'unseen')}</p>
      {unseenSince !== null && (
        <Button onClick={() => void opened.leadFromHere()}>{t('errors:lead.takeOver')}</Button>
      )}
      {unseenSince === null && !hasAsked && (
        <Button onClick={() => void opened.askToLead()}>{t('errors:lead.ask')}</Button>
      )}
      {unseenSince === null && hasAsked && <p>{t('errors:lead.hasAsked')}</p>}
    </Line>
  );
}

interface AskedProps extends LeadershipProps {
  readonly asked: NonNullable<Extract<Leadership, { readonly is: 'here' }>['asked']>;
}

function Asked({ opened, asked }: AskedProps): JSX.Element {
  const t = useT();
  const say = useLeadWords(asked.name);
  return (
    <Line>
      <p>{say('asks')}</p>
      <Button onClick={() => void opened.offerLead(asked.device)}>
        {t('errors:lead.handOver')}
      </Button>
    </Line>
  );
}
