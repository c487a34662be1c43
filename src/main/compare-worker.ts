import { parentPort, workerData } from 'node:worker_threads'
import { compareTexts } from '../shared/text/compare-texts.ts'

// Entry of the thread that compares two texts: long ones take some hundred milliseconds, in which no thread of the core
// could answer anybody.
const { from, to } = workerData as { readonly from: string; readonly to: string }
parentPort?.postMessage(compareTexts(from, to))
