import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { refuseOldNode } from '../../src/main/cli/refuse-old-node.ts'
import { tempDir } from '../support/temp-dir.ts'
import { startOffprint } from './support/offprint.ts'

/** A Node of the system that is too old for the program, where there is one. */
function findOldNode(): string | undefined {
  return ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
    return status === 0 && refuseOldNode(stdout.trim().replace(/^v/, '')) !== null
  })
}

const oldNode = findOldNode()

describe('a Node that is too old', () => {
  it.each(['20.20.2', '21.7.3', '18.0.0', '8.17.0', '22.18.0', '23.11.0', '24.5.0'])(
    'such as %s is refused',
    (version) => {
      expect(refuseOldNode(version)).toContain(`Offprint needs Node 22.19, 24.6 or newer, and this is Node ${version}.`)
    },
  )

  it.each(['22.19.0', '24.6.0', '24.21.0', '26.0.0', '100.1.0', '25.0.0-nightly'])('is not %s', (version) => {
    expect(refuseOldNode(version)).toBeNull()
  })

  it.skipIf(oldNode === undefined)('ends the built program with a sentence (needs an old Node installed)', async () => {
    const ended = await startOffprint({ args: ['list'], home: tempDir(), node: oldNode ?? '' }).ended
    expect(ended).toMatchObject({ status: 2, signal: null, stdout: '' })
    expect(ended.stderr).toMatch(
      /^Offprint needs Node 22\.19, 24\.6 or newer, and this is Node \d+\.\d+\.\d+\. Nothing was changed\./,
    )
    expect(ended.stderr.trim().split('\n')).toHaveLength(1)
  })
})
