import { useMemo, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { SearchField } from 'react-aria-components/SearchField'
import { useTranslation } from 'react-i18next'
import { type Phrase, phrasesWith } from './phrases.ts'

interface PhraseMenuProps {
  readonly phrases: readonly Phrase[]
  readonly trigger: { readonly current: Element | null }
  readonly onChoose: (words: string) => void
  readonly onClose: () => void
}

/** Found by typing, chosen with Enter; Escape goes back to the text. */
export function PhraseMenu({ phrases, trigger, onChoose, onClose }: PhraseMenuProps) {
  const [query, setQuery] = useState('')
  const found = useMemo(() => phrasesWith(phrases, query), [phrases, query])
  const { t } = useTranslation()
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      onOpenChange={onClose}
      placement="top start"
      className="w-84 max-w-[92vw] rounded-card border border-line-strong bg-surface shadow-card"
    >
      <Dialog aria-label={t('writing.phrases')} className="flex max-h-80 flex-col outline-none">
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField autoFocus aria-label={t('writing.findPhrase')} className="flex border-b border-line px-3">
            <Input
              placeholder={t('writing.findPhrase')}
              maxLength={100}
              className="min-w-0 flex-1 py-2 outline-none placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
            />
          </SearchField>
          <Menu
            aria-label={t('writing.phrases')}
            items={found.map((phrase) => ({ id: phrase.words, ...phrase }))}
            onAction={(words) => onChoose(String(words))}
            renderEmptyState={() => <p className="px-2 py-1.5 text-note text-muted">{t('writing.noPhrase')}</p>}
            className="min-h-0 overflow-y-auto p-1 text-note outline-none"
          >
            {({ words, isRecent }) => (
              <MenuItem
                textValue={words}
                className="flex cursor-default items-baseline justify-between gap-2 rounded-small px-2 py-1.5 outline-none data-focused:bg-accent-soft"
              >
                <span dir="auto">{words}</span>
                {isRecent ? <span className="flex-none text-small text-muted">{t('writing.usedLately')}</span> : null}
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </Dialog>
    </Popover>
  )
}
