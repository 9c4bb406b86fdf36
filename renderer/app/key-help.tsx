import { useTranslation } from 'react-i18next'
import { KeyTable } from '../ui/key-table.tsx'

interface KeyHelpProps {
  readonly areOn: boolean
  /** Only the desktop shell can stay on top. */
  readonly canStayOnTop: boolean
}

export function KeyHelp({ areOn, canStayOnTop }: KeyHelpProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className="text-note text-muted">{t(areOn ? 'keys.typing' : 'keys.off')}</p>
      <KeyTable
        title={t('keys.ringing')}
        rows={[
          ['A', t('call.answer')],
          ['D', t('call.decline')],
        ]}
      />
      <KeyTable
        title={t('keys.call')}
        rows={[
          ['↵', t('step.done')],
          ['→', t('step.anotherLine')],
          ['S', t('step.skip')],
          ['Z', t('step.undo')],
          ['J', t('keys.jump')],
          ['1 … 4', t('keys.kind')],
          ['I', t('kind.more')],
          ['B', t('ladder.title')],
          ['T', t('route.transfer')],
          ['C', t('route.promise')],
          ['N', t('call.note')],
          ['Esc', t('keys.leaveNote')],
          ['H', `${t('call.hold')} / ${t('call.resume')}`],
          ['X', t('call.next')],
          ['W', t('call.wrapUp')],
        ]}
      />
      <KeyTable
        title={t('route.transfer')}
        rows={[
          ['↵', t('keys.transferOn')],
          ['Esc', t('transfer.back')],
          ['1 … 9', t('keys.transferWho')],
          ['A', t('transfer.another')],
          ['E', t('transfer.brief.edit')],
          ['D', t('keys.transferDial')],
          ['L', t('transfer.drop')],
        ]}
      />
      <KeyTable
        title={t('keys.after')}
        rows={[
          ['1 … 9', t('keys.choose')],
          ['M', t('wrapUp.more')],
          ['↵', t('wrapUp.save')],
          ['Ctrl ↵', t('keys.saveFromNote')],
        ]}
      />
      <KeyTable
        title={t('keys.brief')}
        rows={[
          ['↵', t('inbox.accept')],
          ['2', t('inbox.inTwo')],
          ['B', t('inbox.busy')],
        ]}
      />
      <KeyTable
        title={t('agenda.title')}
        rows={[
          ['↑ ↓', t('agenda.keys.walk')],
          ['C', t('agenda.call')],
          ['S', t('agenda.snooze')],
          ['M', t('agenda.move')],
          ['H', t('agenda.handOver')],
          ['K', t('agenda.markKept')],
          ['X', t('agenda.cancel')],
          ['N', t('agenda.markMissed')],
          ['R', t('agenda.reopen')],
          ['E', t('agenda.edit')],
          ['I', t('agenda.history')],
          ['Z', t('agenda.undo')],
          ['A', t('agenda.new')],
          ['W', t('agenda.week')],
        ]}
      />
      <KeyTable
        title={t('review.title')}
        rows={[
          ['1 … 4', t('review.keys.views')],
          ['J K', t('review.keys.walk')],
          ['/', t('notes.search')],
          ['← →', t('review.keys.day')],
          ['T', t('review.keys.today')],
          ['X', t('review.keys.export')],
          ['Z', t('review.keys.undo')],
        ]}
      />
      <KeyTable
        title={t('keys.home')}
        rows={[
          ['/', t('notes.search')],
          ['M', t('home.startByHand')],
          ['T', t('home.practice')],
          ['L', t('home.playbooks')],
          ['R', t('home.review')],
        ]}
      />
      <KeyTable
        title={t('keys.everywhere')}
        rows={[
          ...(canStayOnTop ? ([['P', t('header.onTop')]] as const) : []),
          ['O', t('keys.briefs')],
          ['G', t('agenda.title')],
          ['V', t('keys.presence')],
          [',', t('keys.settings')],
          ['?', t('keys.help')],
        ]}
      />
    </>
  )
}
