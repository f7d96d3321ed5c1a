/** ⋯ : what is two taps away. What ends something stands below a line, with words, not red. */
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { Menu, type MenuItem } from '../../../ui/Menu/Menu.tsx';
import { useMeetingCode } from '../code/MeetingCode.ts';
import { InviteContext } from '../InviteContext.ts';
import { useLeader } from '../Leader.ts';
import type { Layout } from '../layout.ts';
import { settled } from '../planWords.ts';
import { useScreenState } from './useScreenState.ts';

export interface MoreMenuProps {
  readonly layout: Layout;
  readonly onLock: (() => void) | undefined;
}

export function MoreMenu({ layout, onLock }: MoreMenuProps): JSX.Element {
  const { t, meeting, plan, name, roles, follows, workspace, open, send, edit } = useLeader();
  const code = useMeetingCode();
  const invite = useContext(InviteContext);
  const screen = useScreenState(meeting);
  const showsTime = settled(plan.showTime) !== false;
  const person = plan.participants.find((each) => each.isIndividual);
  const isOut = meeting.out.some((one) => one.participantId === person?.id);
  const others = plan.participants.filter(
    (each) => !each.isIndividual && settled(each.reply) !== 'kommerInte',
  );

  const phoneItems: MenuItem[] =
    layout === 'phone'
      ? [
          {
            id: 'screen',
            label: t('meeting:top.screen', { state: t(`meeting:top.${screen}`) }),
            onSelect: () => open('screen'),
          },
          ...(meeting.onPaper
            ? []
            : [{ id: 'moreTime', label: t('meeting:bar.more'), onSelect: () => open('moreTime') }]),
        ]
      : [];

  // What moves the meeting, or what the room sees.
  const leading: MenuItem[] = [
    ...phoneItems,
    {
      id: 'consent',
      label: t('meeting:more.consent'),
      onSelect: () => void send({ type: 'consent.opened' }),
    },
    ...(person === undefined
      ? []
      : [
          {
            id: 'out',
            label: t(isOut ? 'meeting:more.isBack' : 'meeting:more.goesOut', { name }),
            onSelect: () =>
              void send({
                type: isOut ? 'person.returned' : 'person.left',
                participantId: person.id,
              }),
          },
        ]),
    ...(others.length === 0
      ? []
      : [{ id: 'outs', label: t('meeting:more.others'), onSelect: () => open('outs') }]),
  ];
  const items: MenuItem[] = [
    ...(follows ? [] : leading),
    // What is for the leader alone does not exist while others see the screen (field.md 17).
    ...(meeting.seenBy === 'nej' && roles.forMe
      ? [{ id: 'forMe', label: t('meeting:more.forMe'), onSelect: () => open('forMe') }]
      : []),
    ...(!follows && meeting.seenBy === 'nej' && person !== undefined && !isOut
      ? [
          {
            id: 'own',
            label: t('meeting:screen.own', { name }),
            onSelect: () => void send({ type: 'screen.seenBy', seenBy: 'personen' }),
          },
        ]
      : []),
    { id: 'hard', label: t('meeting:more.hard'), onSelect: () => open('hard') },
    ...(meeting.onPaper
      ? []
      : [
          {
            id: 'showTime',
            label: t(showsTime ? 'meeting:more.hideTime' : 'meeting:more.showTime'),
            onSelect: () =>
              void edit((doc, ctx) =>
                setPlanField(doc, ctx, { field: 'showTime', value: showsTime ? false : null }),
              ),
          },
        ]),
    ...(workspace.canUndo
      ? [{ id: 'undo', label: t('meeting:more.undo'), onSelect: () => void workspace.undo() }]
      : []),
    ...(workspace.canRedo
      ? [{ id: 'redo', label: t('meeting:more.redo'), onSelect: () => void workspace.redo() }]
      : []),
    ...(invite === null
      ? []
      : [{ id: 'invite', label: t('meeting:more.invite'), onSelect: invite }]),
    ...(code === null
      ? []
      : [{ id: 'code', label: t('meeting:more.code'), onSelect: () => open('code') }]),
    ...(follows
      ? []
      : [
          { id: 'end', label: t('meeting:more.end'), onSelect: () => open('end'), separated: true },
        ]),
    ...(onLock === undefined
      ? []
      : [{ id: 'lock', label: t('meeting:more.lock'), onSelect: onLock }]),
  ];

  return <Menu label={t('meeting:top.more')} items={items} />;
}
