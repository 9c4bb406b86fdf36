import { Dexie, type EntityTable } from 'dexie'
import { afterPaint } from '../../renderer/storage/after-paint.ts'
import type { Note } from '../../shared/notes/note.ts'

interface WordedNote extends Note {
  readonly words: readonly string[]
}

class WordedNotes extends Dexie {
  declare notes: EntityTable<WordedNote, 'id'>

  constructor() {
    super('worded-notes', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ notes: 'id, updatedAt, *words' })
  }
}

/** Milliseconds of each save where every word of a note is a row of an index, as Dexie itself offers it. */
export async function peerSaves(notes: readonly Note[], texts: readonly string[]): Promise<readonly number[]> {
  const database = new WordedNotes()
  try {
    await database.notes.bulkPut(notes.map(worded))
    const [note] = notes
    if (note === undefined) throw new Error('there is no note')
    const times: number[] = []
    for (const text of texts) {
      const since = performance.now()
      await database.notes.put(worded({ ...note, text, updatedAt: Date.now() }))
      times.push(performance.now() - since)
      await afterPaint()
    }
    return times
  } finally {
    await database.delete()
  }
}

function worded(note: Note): WordedNote {
  return { ...note, words: [...new Set(note.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])] }
}
