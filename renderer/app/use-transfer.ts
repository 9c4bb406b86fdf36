import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineFacts } from '../../shared/playbook/placeholders.ts'
import type { Playbook, TransferScripts } from '../../shared/playbook/playbook.ts'
import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import { composeBrief } from '../../shared/transfer/compose-brief.ts'
import type { ChecklistSnapshot } from '../checklist/checklist.view.ts'
import { type TransferView, transferView } from '../checklist/transfer.view.ts'
import { useReadable } from '../ui/use-readable.ts'
import { briefWords, standingSentence } from './brief-words.ts'
import { callSoFar } from './call-so-far.ts'
import type { DeskCall } from './steadyline.ts'

/** The transfer of a call as its screen shows it; null while the call is on another route. */
export function useTransfer(
  { party, standing, playbook, checklist, note }: DeskCall,
  snapshot: ChecklistSnapshot,
  facts: LineFacts,
  playbooks: readonly PlaybookEntry[],
): TransferView | null {
  const { t } = useTranslation()
  const { text } = useReadable(note.state)
  const { context } = snapshot
  const composed = useMemo(
    () =>
      composeBrief(
        callSoFar({ caller: party, playbook, context, note: text, standing: standingSentence(standing, t) }),
        briefWords(t),
      ),
    [party, playbook, context, text, standing, t],
  )
  return transferView({
    snapshot,
    send: checklist.send,
    scripts: scriptsOf(playbook, playbooks),
    fallbacks: playbook.fallbacks,
    facts,
    composed,
    wallNow: Date.now,
    newId: () => crypto.randomUUID(),
  })
}

/** A playbook without words for it borrows those of the first built-in one. */
function scriptsOf({ transfer }: Playbook, playbooks: readonly PlaybookEntry[]): TransferScripts | null {
  return transfer ?? playbooks.find(({ builtIn, playbook }) => builtIn && playbook?.transfer)?.playbook?.transfer ?? null
}
