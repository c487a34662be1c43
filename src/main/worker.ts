import { extname, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { parseThreadStart } from '../shared/ipc/thread-start.ts'
import { openCoreThread } from './core/open-core-thread.ts'
import { findThreadPort } from './thread-port.ts'

// Entry of the core's threads: `core` writes, `lists` and `search` only read. A worker thread is told its part as data,
// a utility process as its last argument.
const parseWorker = join(import.meta.dirname, `parse-worker${extname(import.meta.filename)}`)

const port = findThreadPort()
const start = parseThreadStart(workerData ?? process.argv.at(-1))
openCoreThread({ ...start, parseWorker }, port)
