import { EventEmitter } from 'node:events'
import { isMainThread } from 'node:worker_threads'

// Stands for the port that Electron gives a utility process; its threads have none.
if (isMainThread) {
  const port = new EventEmitter()
  // A utility process does not outlive the program.
  process.on('disconnect', () => process.exit())
  process.on('message', (data) => port.emit('message', { data, ports: [] }))
  Object.assign(process, {
    parentPort: Object.assign(port, { postMessage: (message: object) => process.send?.(message) }),
  })
}
