import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { ImportPreview } from '../team/import-preview.tsx'
import { freeId } from '../team/merge-people.ts'
import { type FileTrouble, type PeopleFile, readPeopleFile } from '../team/read-people-file.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { type DirectoryNews, PeopleList } from './people-list.tsx'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

interface PeopleRoomProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly onLeave: () => void
}

/** People a caller can be handed to who are known without a hub. */
export function PeopleRoom({ steadyline, asking, keysAreOn, focusMain, onLeave }: PeopleRoomProps) {
  const [file, setFile] = useState<PeopleFile | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<{ readonly fileName: string; readonly what: FileTrouble } | null>(null)
  const [news, setNews] = useState<DirectoryNews | null>(null)
  const { directory } = useReadable(steadyline.mirror).settings
  const { t } = useTranslation()
  const closeFile = () => {
    setFile(null)
    focusMain()
  }
  const keep = async (people: readonly Colleague[], said: string | null) => {
    const kept = await asking.ask('settings.change', { directory: people })
    if (kept?.ok) setNews(said === null ? null : { said, before: directory })
  }
  const pick = async (picked: File) => {
    setTrouble(null)
    setReading(picked.name)
    const read = await readPeopleFile(picked)
    setReading(null)
    if (read.ok) setFile(read.value)
    else setTrouble({ fileName: picked.name, what: read.failure })
  }

  useKeys({ Escape: file ? closeFile : onLeave }, keysAreOn)

  if (file)
    return (
      <ImportPreview
        file={file}
        known={directory}
        onCancel={closeFile}
        onImport={(people, count) => {
          closeFile()
          void keep(people, t('people.took', { count }))
        }}
      />
    )
  return (
    <PeopleList
      people={directory}
      news={news}
      reading={reading}
      trouble={trouble ? t(`people.fileTrouble.${trouble.what}`, { file: trouble.fileName }) : null}
      add={(person) => {
        const taken = new Set(directory.map(({ id }) => id))
        void keep([...directory, { ...person, id: freeId(person.name, taken) }], t('people.added', { name: person.name }))
      }}
      change={(id, person) =>
        void keep(
          directory.map((other) => (other.id === id ? { ...person, id } : other)),
          null,
        )
      }
      remove={({ id, name }) =>
        void keep(
          directory.filter((other) => other.id !== id),
          t('people.removed', { name }),
        )
      }
      undo={(before) => void keep(before, null)}
      dismiss={() => setNews(null)}
      pick={(picked) => void pick(picked)}
      keysAreOn={keysAreOn}
      focusMain={focusMain}
      onLeave={onLeave}
    />
  )
}
