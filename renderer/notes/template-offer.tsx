import { useTranslation } from 'react-i18next'
import { TextButton } from '../ui/text-button.tsx'
import { insertText } from './insert-text.ts'

interface TemplateOfferProps {
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly text: string
  /** Empty where there is none. */
  readonly template: string
}

/** How an empty note may begin, in one press; another takes it back while nothing was written to it. */
export function TemplateOffer({ area, text, template }: TemplateOfferProps) {
  const { t } = useTranslation()
  if (template === '' || (text !== '' && text !== template)) return null
  const put = (words: string) => {
    if (area.current) insertText(area.current, words, 0, area.current.value.length)
  }
  if (text !== '') return <TextButton label={t('writing.undo')} onPress={() => put('')} />
  const begin = () => {
    put(template)
    const end = template.split('\n')[0]?.length ?? 0
    area.current?.setSelectionRange(end, end)
  }
  return (
    <span className="flex min-w-0 items-baseline gap-1.5 text-accent">
      <TextButton label={t('writing.beginWith')} onPress={begin} />
      <bdi className="min-w-0 truncate text-muted">{template.replaceAll('\n', ' · ')}</bdi>
    </span>
  )
}
