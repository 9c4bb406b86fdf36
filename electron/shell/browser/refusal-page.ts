import type { Refusal } from './front-door.ts'

const words: Readonly<Record<Refusal, string>> = {
  malformed: 'That request makes no sense here.',
  method: 'This can only be read.',
  host: 'Steadyline only answers at the address it printed when it started.',
  origin: 'Another site asked for this. Steadyline only answers its own pages.',
  wrongToken: 'That address belongs to an earlier start. Use the one that was printed last, or run "npm start" again.',
  noPass:
    'This browser has not been let in yet. Open the address that was printed when Steadyline started, or run "npm start" again.',
}

/** Plain and without style; the link helps a browser that held its pass back because another program opened the page. */
export function refusalPage(refusal: Refusal): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Steadyline</title></head>
<body><h1>Steadyline</h1><p>${words[refusal]}</p><p><a href="/">Try again</a></p></body>
</html>
`
}
