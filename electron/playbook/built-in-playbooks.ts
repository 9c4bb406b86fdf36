import { builtInTexts } from '../../shared/playbook/built-in/built-in-playbooks.ts'
import { type GoodText, goodText } from './playbook-file.ts'

export interface BuiltInPlaybook {
  /** Looks like a file of the folder and never is one: it has a slash. */
  readonly file: string
  readonly good: GoodText
}

/** The playbooks that came with the companion; their tests make sure that they can be read. */
export function builtInPlaybooks(): readonly BuiltInPlaybook[] {
  return builtInTexts.map((text) => {
    const good = goodText(text)
    if (!good.ok) throw new Error(`A built-in playbook cannot be read: ${JSON.stringify(good.failure[0])}`)
    return { file: `built-in/${good.value.playbook.id}.yaml`, good: good.value }
  })
}
