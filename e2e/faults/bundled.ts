import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')
const outDir = path.join(root, 'out', 'faults')

/** One script for Node from a TypeScript entry of this folder, such as `office-process`: what is to be killed must be a process. */
export async function bundled(name: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: path.join(root, 'e2e', 'faults', `${name}.ts`),
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return path.join(outDir, `${name}.mjs`)
}
