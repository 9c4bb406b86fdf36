import { runnerImport } from 'vite'

const { module } = await runnerImport(process.argv[2], { configFile: false, logLevel: 'error' })
process.on('message', async (question) => process.send(await module.answer(question)))
process.send('ready')
