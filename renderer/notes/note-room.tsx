import { useTranslation } from 'react-i18next'
import { longestNote } from './autosave.ts'

interface NoteRoomProps {
  readonly length: number
  /** So many characters would have been too many, and were not put in. */
  readonly refused: number
}

/** From here on the agent is told how much room is left. */
const nearlyFull = longestNote * 0.9

/** How much more a note takes, and what did not fit. */
export function NoteRoom({ length, refused }: NoteRoomProps) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  if (refused > 0)
    return (
      <strong role="alert" className="basis-full font-medium text-danger">
        {t('writing.refused', { count: refused, number: number.format(refused) })}
      </strong>
    )
  return length > nearlyFull ? (
    <span role="status" className="basis-full text-warn">
      {t('writing.nearlyFull', { number: number.format(Math.max(0, longestNote - length)) })}
    </span>
  ) : null
}
