import { Worker } from 'node:worker_threads'
import { findThreadPort } from './thread-port.ts'

// Entry of a utility process whose work has a bound of memory, which Electron cannot give a process: the work is a
// thread in it, and the process ends with that. Its last arguments are the thread's entry and the bound in MiB.
const [entry = '', memory = ''] = process.argv.slice(-2)
const port = findThreadPort()
const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: Number(memory) } })
worker.on('message', port.postMessage)
port.onMessage((message) => {
  worker.postMessage(message)
})
// What went wrong is the page's affair; that the process ends is what its host is told.
worker.on('error', () => undefined)
worker.on('exit', (code) => process.exit(code))
