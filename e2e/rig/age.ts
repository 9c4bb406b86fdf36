import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What the `age` program reads out of a file; it takes a passphrase only from a terminal, which `script` of util-linux lends it. */
export async function openedByAge(sealed: Buffer, passphrase: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'steadyline-age-'))
  try {
    await writeFile(path.join(folder, 'sealed'), sealed)
    const terminal = spawn('script', ['-qec', 'age -d -o plain sealed', '/dev/null'], { cwd: folder })
    let said = ''
    terminal.stdout.on('data', (words) => {
      if (said === '') terminal.stdin.write(`${passphrase}\n`)
      said += words
    })
    const [code] = await once(terminal, 'close')
    if (code !== 0) throw new Error(`age ended with ${code}: ${said}`)
    return await readFile(path.join(folder, 'plain'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
