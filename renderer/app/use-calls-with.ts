import { useEffect, useState } from 'react'
import type { NotedCall, NoteStore } from '../notes/note-store.ts'
import { watching } from './use-agenda.ts'

const mostCalls = 20

/** The latest calls with a number, the newest first. */
export function useCallsWith(notes: NoteStore, number: string): readonly NotedCall[] {
  const [calls, setCalls] = useState<readonly NotedCall[]>([])
  useEffect(() => {
    if (number === '') return
    return watching(notes.watchWith(number, mostCalls), (found) => setCalls(found ?? []))
  }, [notes, number])
  return calls
}
