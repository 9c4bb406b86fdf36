import { dump } from 'js-yaml'
import type { PlaybookContent } from './playbook.ts'
import { playbookLimits } from './playbook-limits.ts'
import { readPlaybook } from './read-playbook.ts'

/**
 * A text under the next free id and a name with the same number, such as `ours-2` and "Ours 2".
 *
 * The author's own words and comments stay; only where id and name cannot be replaced in place is it written anew.
 */
export function copiedText(text: string, original: PlaybookContent, isTaken: (id: string) => boolean): string {
  const number = firstFreeNumber(original.id, isTaken)
  const id = numberedId(original.id, number)
  const name = `${[...original.name]
    .slice(0, playbookLimits.titleLength - 4)
    .join('')
    .trim()} ${number}`
  const inPlace = text
    .replace(/^id:[^\r\n]*/m, () => `id: ${id}`)
    .replace(/^name:[^\r\n]*/m, () => `name: ${JSON.stringify(name)}`)
  const read = readPlaybook(inPlace)
  const isRight = read.ok && read.value.playbook.id === id && read.value.playbook.name === name
  return isRight ? inPlace : dump({ ...original, id, name }, { lineWidth: -1 })
}

function firstFreeNumber(id: string, isTaken: (id: string) => boolean): number {
  let number = 2
  while (isTaken(numberedId(id, number))) number += 1
  return number
}

function numberedId(id: string, number: number): string {
  const ending = `-${number}`
  return `${id.slice(0, playbookLimits.idLength - ending.length).replace(/-+$/, '')}${ending}`
}
