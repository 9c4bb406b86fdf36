import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonKey } from '../../shared/people/person.ts'
import type { Scope } from '../care/export-scope.ts'
import { Choice } from '../ui/choice.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { dayAndMinute, fullTimeText } from '../words/times.ts'
import { type CareNews, CareSection } from './care-section.tsx'
import { careTroubleText } from './care-trouble.ts'
import { saveAsFile } from './save-as-file.ts'
import type { Steadyline } from './steadyline.ts'
import { useLongWork } from './use-long-work.ts'

interface CareExportProps {
  readonly steadyline: Steadyline
  /** Whom the agent came here to export, if anybody. */
  readonly wanted: PersonKey | null
}

const formats = ['json', 'csv', 'markdown'] as const
type Format = (typeof formats)[number]
const endings = { json: 'json', csv: 'csv', markdown: 'md' } as const
const scopes = ['everything', 'range', 'person'] as const

export function CareExport({ steadyline, wanted }: CareExportProps) {
  const [format, setFormat] = useState<Format>('json')
  const [kind, setKind] = useState<Scope['kind']>(wanted === null ? 'everything' : 'person')
  const [days, setDays] = useState({ from: '', to: '' })
  const [people, setPeople] = useState<readonly { readonly id: string; readonly name: string }[]>([])
  const [person, setPerson] = useState(wanted ?? '')
  const [news, setNews] = useState<CareNews | null>(null)
  const works = useLongWork()
  const { t, i18n } = useTranslation()

  useEffect(() => {
    if (kind !== 'person') return
    void steadyline
      .care()
      .then((care) => care.people())
      .then((found) => found.ok && setPeople(found.value))
  }, [kind, steadyline])

  const scope = scopeOf(kind, days, person)
  const write = async () => {
    if (!scope) return
    setNews(null)
    const care = await steadyline.care()
    const when = (at: number) => fullTimeText(at, i18n.language)
    const done = await works.run(t('care.export'), (work) => {
      if (format === 'json') return care.exportJson(scope, work)
      if (format === 'csv') return care.exportCsv(scope, work)
      const words = {
        title: `Steadyline, ${when(Date.now())}`,
        heading: ({ party, startedAt }: { party: { name: string; number: string }; startedAt: number }) =>
          `${party.name || party.number || '?'}, ${when(startedAt)}`,
      }
      return care.exportMarkdown(
        scope,
        {
          ...words,
          facts: ({ party }, note) =>
            [party.number, note?.dispositionLabel ?? '', note?.handling?.outcome.agreed ?? '', note?.learning ?? ''].filter(
              Boolean,
            ),
        },
        work,
      )
    })
    if (!done) return
    if (!done.ok) return setNews({ said: careTroubleText(t, done.failure), isTrouble: true })
    saveAsFile(`steadyline-${dayAndMinute(Date.now())}.${endings[format]}`, done.value.blob.type, done.value.blob)
    setNews({ said: t('care.exported', { count: done.value.calls }), isTrouble: false })
  }

  return (
    <CareSection title={t('care.export')} why={t('care.exportWhy')} works={works} news={news}>
      <Choice
        label={t('care.format')}
        value={format}
        options={formats.map((value) => ({ value, label: t(`care.formats.${value}`) }))}
        onChange={setFormat}
      />
      <Choice
        label={t('care.scope')}
        value={kind}
        options={scopes.map((value) => ({ value, label: t(`care.scopes.${value}`) }))}
        onChange={setKind}
      />
      {kind === 'range' ? (
        <div className="grid grid-cols-2 gap-2">
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              label={t(`care.${end}`)}
              value={days[end]}
              description={t('care.dayHint')}
              problem={days[end] !== '' && dayOf(days[end]) === null ? t('care.dayTrouble') : null}
              onChange={(day) => setDays({ ...days, [end]: day })}
            />
          ))}
        </div>
      ) : null}
      {kind === 'person' && people.length === 0 ? <p className="text-note text-muted">{t('care.noPeople')}</p> : null}
      {kind === 'person' && people.length > 0 ? (
        <PickList
          label={t('care.person')}
          value={person}
          options={people.map(({ id, name }) => ({ value: id, label: name || id }))}
          onChange={setPerson}
        />
      ) : null}
      <WideButton
        look="main"
        label={t('care.doExport')}
        autoFocus={wanted !== null}
        isDisabled={scope === null || works.now !== null}
        onPress={() => void write()}
      />
    </CareSection>
  )
}

/** Null while it is not known yet. */
function scopeOf(kind: Scope['kind'], days: { readonly from: string; readonly to: string }, person: string): Scope | null {
  if (kind === 'everything') return { kind }
  if (kind === 'person') return person === '' ? null : { kind, person }
  const [from, to] = [dayOf(days.from), dayOf(days.to)]
  if (from === null || to === null || to < from) return null
  return { kind, from: from.getTime(), to: new Date(to.getFullYear(), to.getMonth(), to.getDate() + 1).getTime() }
}

function dayOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text.trim())) return null
  const day = new Date(`${text.trim()}T00:00`)
  return day.getDate() === Number(text.trim().slice(8)) ? day : null
}
