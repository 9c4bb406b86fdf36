/** For tests: the worker that hears this first dies of one question before it can answer it. */
addEventListener('message', (event: MessageEvent<{ readonly payload: { readonly text?: string } | null }>) => {
  if (event.data.payload?.text !== 'die') return
  event.stopImmediatePropagation()
  throw new Error('asked to die')
})
