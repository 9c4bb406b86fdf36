import { useTranslation } from 'react-i18next'
import type { PlaybookDraftState } from './playbook-draft.ts'

interface DraftWordsProps {
  readonly draft: PlaybookDraftState
  readonly hasErrors: boolean
}

/** Where what was typed is now. */
export function DraftWords({ draft, hasErrors }: DraftWordsProps) {
  const { t } = useTranslation()
  const { text, base, saving, keeping } = draft
  const isLost = keeping === 'failed' && text !== base
  return (
    <p role="status" className={`min-h-5 text-small ${isLost ? 'font-medium text-danger' : 'text-muted'}`}>
      {saving === 'saving'
        ? t('editor.saving')
        : text === base
          ? t(saving === 'saved' ? 'editor.saved' : 'editor.unchanged')
          : isLost
            ? t('editor.notKept')
            : t(hasErrors ? 'editor.hasErrors' : 'editor.kept')}
    </p>
  )
}
