import { failed, type Result, success } from '../../../shared/result.ts'

/** The fields of a form or JSON body, still to be believed; fails with a sentence for whoever set the push up. */
export function readFields(contentType: string, body: Buffer): Result<unknown, string> {
  switch (mediaType(contentType)) {
    case 'application/x-www-form-urlencoded':
      return success(formFields(body.toString('utf8')))
    case 'application/json':
      return json(body.toString('utf8'))
    default:
      return failed('Send application/json or application/x-www-form-urlencoded.')
  }
}

/** The body of a hook is one argument, as it is; curl calls any data a form. */
export function readArgument(contentType: string, body: Buffer): Result<string, string> {
  const type = mediaType(contentType)
  if (type !== 'application/x-www-form-urlencoded' && type !== 'text/plain') return failed('Send text/plain.')
  return success(body.toString('utf8'))
}

function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

/** A name that ends in `[]` is a list, in the way PHP taught the web; of any other the last value counts. */
function formFields(text: string): Readonly<Record<string, string | readonly string[]>> {
  const form = new URLSearchParams(text)
  const names = [...new Set(form.keys())]
  return Object.fromEntries(
    names.map((name) => (name.endsWith('[]') ? [name.slice(0, -2), form.getAll(name)] : [name, form.getAll(name).at(-1) ?? ''])),
  )
}

function json(text: string): Result<unknown, string> {
  try {
    return success(JSON.parse(text))
  } catch {
    return failed('This is not JSON.')
  }
}
