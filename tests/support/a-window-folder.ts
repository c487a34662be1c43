import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempDir } from './temp-dir.ts'

/** A built window of the least that the server needs. */
export function aWindowFolder(): string {
  const folder = tempDir()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Offprint</title><p>The window')
  writeFileSync(join(folder, 'assets/index-AbCdEf12.js'), 'export {}')
  writeFileSync(join(folder, 'assets/reader-frame.css'), 'body { margin: 0 }')
  return folder
}
