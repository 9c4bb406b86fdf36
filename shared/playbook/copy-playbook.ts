import { dump } from 'js-yaml'
import type { PlaybookContent } from './playbook.ts'
import { playbookLimits } from './playbook-limits.ts'
import { readPlaybook } from './read-playbook.ts'

/** The author's own text under another id and name; only where those two cannot be replaced in place is it written anew. */
export function copiedText(text: string, original: PlaybookContent, id: string, name: string): string {
  const shortName = [...name].slice(0, playbookLimits.titleLength).join('').trim() || original.name
  const inPlace = text
    .replace(/^id:[^\r\n]*/m, () => `id: ${id}`)
    .replace(/^name:[^\r\n]*/m, () => `name: ${JSON.stringify(shortName)}`)
  const read = readPlaybook(inPlace)
  const isRight = read.ok && read.value.playbook.id === id && read.value.playbook.name === shortName
  return isRight ? inPlace : dump({ ...original, id, name: shortName }, { lineWidth: -1 })
}

/** The first of `<id>-copy`, `<id>-copy-2`, … that is free. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '-copy' : `-copy-${number}`
    const candidate = `${id.slice(0, playbookLimits.idLength - ending.length).replace(/-+$/, '')}${ending}`
    if (!isTaken(candidate)) return candidate
  }
}
