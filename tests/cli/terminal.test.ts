import { expect, it } from 'vitest'
import { aCommandLine } from './support/a-command-line.ts'

// Clears the screen, as ESC and as the one character that stands for it; turns what follows around.
const COMMANDS = '\u001b[2J\u009b2J\u202eexe\u007f'
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

it('prints nothing that a terminal would obey, whatever titles, tags, names and arguments hold', async () => {
  const line = aCommandLine()
  const { uid } = await line.addText(
    `gull ${COMMANDS}.txt`,
    `The gull ${COMMANDS}\n\nThe gull cried twice ${COMMANDS}.\n`,
  )
  const runs = [
    await line.run('highlight', uid, '--quote', 'cried twice', '--tag', COMMANDS, '--note', COMMANDS),
    await line.run('list'),
    await line.run('--json', 'list'),
    await line.run('show', uid),
    await line.run('--json', 'show', uid),
    await line.run('--json', 'search', `gull ${COMMANDS}`),
    await line.run('search', `gull "${COMMANDS}"`, '--explain'),
    await line.run('import', `/nowhere ${COMMANDS}`),
    await line.run('--json', 'import', `/nowhere ${COMMANDS}`),
    await line.run(COMMANDS),
    await line.run(`--${COMMANDS}`),
    await line.run('list', '--limit', COMMANDS),
  ]
  for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toMatch(OBEYED)
})
