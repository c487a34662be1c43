import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCommandLine, parseLines } from './support/a-command-line.ts'

const NOBODY = '0190a000-0000-7000-8000-000000000001'

describe('trash', () => {
  it('without arguments lists what lies there, the newest first', async () => {
    const line = aCommandLine()
    const one = await line.addText('a.txt', 'The one\n\nA text.\n')
    expect(await line.lines('trash-row', 'trash')).toEqual([])
    const two = await line.addText('b.txt', 'The other\n\nAnother text.\n')
    await line.json('organise', 'trash', one.uid)
    await line.json('organise', 'trash', two.uid)
    const rows = await line.lines('trash-row', 'trash')
    expect(rows.map(({ uid, title }) => [uid, title])).toEqual([
      [two.uid, 'The other'],
      [one.uid, 'The one'],
    ])
    expect((await line.run('trash')).stdout).toContain(`${two.uid}  The other  (since ${rows[0]?.trashed ?? ''})`)
    await line.json('organise', 'trash', '--restore', two.uid)
    expect((await line.lines('trash-row', 'trash')).map(({ uid }) => uid)).toEqual([one.uid])
  })

  it('--delete deletes for ever what lies there, and says that backups still hold it', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'The one\n\nA text with zyxomatical words.\n')
    const kept = await line.addText('b.txt', 'The other\n\nAnother text.\n')
    await line.json('organise', 'trash', uid)
    const ended = await line.run('trash', '--delete', uid, '--yes')
    expect(ended).toMatchObject({ status: 0, stdout: '1 article deleted for ever, with 0 highlights and notes.\n' })
    expect(ended.stderr).toContain('Backups made before still hold them.')
    expect(readFileSync(line.archive, 'latin1')).not.toContain('zyxomatic')
    expect((await line.lines('list-row', 'list')).map((row) => row.uid)).toEqual([kept.uid])
    expect((await line.run('show', uid)).status).toBe(2)
    expect((await line.json('verify', 'verify')).damaged).toEqual([])
  })

  it('--delete refuses an article outside the Trash, and one that is not there', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'The one\n\nA text.\n')
    const outside = await line.run('trash', '--delete', uid, '--yes')
    expect(outside).toMatchObject({ status: 2, stdout: '' })
    expect(outside.stderr).toContain(`The article ${uid} is not in the Trash.`)
    expect(await line.run('trash', '--delete', NOBODY, '--yes')).toMatchObject({ status: 2 })
    expect(await line.lines('list-row', 'list')).toHaveLength(1)
  })

  it('--empty deletes everything in the Trash for ever', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'The one\n\nA text.\n')
    await line.json('highlight', 'highlight', uid, '--quote', 'A text', '--note', 'mine')
    await line.addText('b.txt', 'The other\n\nAnother text.\n')
    await line.json('organise', 'trash', uid)
    const counts = { articles: 1, annotations: 1, versions: 1, blobs: 1, erased: true }
    const ended = await line.run('--json', 'trash', '--empty', '--yes')
    expect(parseLines('deletion', ended.stdout)).toEqual([counts])
    expect(await line.lines('trash-row', 'trash')).toEqual([])
    expect(await line.lines('list-row', 'list')).toHaveLength(1)
    const again = await line.run('--json', 'trash', '--empty', '--yes')
    expect(parseLines('deletion', again.stdout)).toMatchObject([{ articles: 0, erased: true }])
  })

  it.each([['--empty'], ['--delete', NOBODY]])(
    '%s without a terminal and without --yes is refused, with a word on what to do',
    async (...args) => {
      const line = aCommandLine()
      const { uid } = await line.addText('a.txt', 'The one\n\nA text.\n')
      await line.json('organise', 'trash', uid)
      const ended = await line.run('trash', ...args)
      expect(ended).toMatchObject({ status: 2, stdout: '' })
      expect(ended.stderr).toContain('add --yes')
      expect(await line.lines('trash-row', 'trash')).toHaveLength(1)
    },
  )

  it.each([
    ['--empty', NOBODY],
    ['--empty', '--delete', NOBODY],
    ['--restore', '--delete', NOBODY],
    ['--delete'],
    ['--restore'],
  ])('refuses what contradicts itself: %s %s', async (...args) => {
    const line = aCommandLine()
    await line.addText('a.txt', 'The one\n\nA text.\n')
    expect(await line.run('trash', ...args, '--yes')).toMatchObject({ status: 2, stdout: '' })
  })
})
