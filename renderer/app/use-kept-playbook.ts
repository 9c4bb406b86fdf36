import { useEffect, useState } from 'react'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { PlaybookStore } from '../playbook/playbook-store.ts'

/** The playbook as it was in that version; undefined while looking, null when it is not kept. */
export function useKeptPlaybook(playbooks: PlaybookStore, version: string | null): Playbook | null | undefined {
  const [found, setFound] = useState<{ readonly version: string; readonly playbook: Playbook | null }>()
  useEffect(() => {
    if (version === null) return
    let isWanted = true
    void playbooks.find(version).then((result) => {
      if (isWanted) setFound({ version, playbook: (result.ok ? result.value : undefined) ?? null })
    })
    return () => {
      isWanted = false
    }
  }, [playbooks, version])
  if (version === null) return null
  return found?.version === version ? found.playbook : undefined
}
