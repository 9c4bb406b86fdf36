/** Preloaded into a companion whose story lets time pass: its clocks run as they do, so much further on as the file says. */
const { readFileSync } = require('node:fs')

const { Date: RealDate, process } = globalThis
const realHrtime = process.hrtime.bigint
let passedMs = read()
setInterval(() => {
  passedMs = read()
}, 20).unref()

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
process.hrtime.bigint = () => realHrtime() + BigInt(passedMs) * 1_000_000n

function now() {
  return RealDate.now() + passedMs
}

function read() {
  return Number(readFileSync(process.env.STEADYLINE_PASSED, 'utf8'))
}
