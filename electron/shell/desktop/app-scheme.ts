import { protocol } from 'electron'
import { type RendererFiles, rendererFiles } from '../renderer-files.ts'
import { isOurPage } from './is-trusted-sender.ts'

/** The origin that IndexedDB belongs to: changing it hides every note. */
export const appOrigin = 'app://steadyline'

/** Must run before the app is ready. */
export function claimAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }])
}

/** Serves the built renderer at `appOrigin`. */
export function serveAppScheme(rendererDir: string): void {
  const files = rendererFiles(rendererDir, [])
  protocol.handle('app', (request) => answered(request, files))
}

async function answered(request: Request, files: RendererFiles): Promise<Response> {
  if (request.method !== 'GET' || !isOurPage(request.url, appOrigin)) return new Response(null, { status: 404 })
  const { status, headers, body } = await files(new URL(request.url).pathname)
  return new Response(body, { status, headers })
}
