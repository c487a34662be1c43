import { describe, expect, it } from 'vitest'
import { aCommandLine, oneOf } from './support/a-command-line.ts'

describe('undo', () => {
  it('lists what can be taken back, newest first, and takes it back one gesture at a time', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'The one\n\nA text with a passage in it.\n')
    await line.json('organise', 'tag', 'kept', uid)
    await line.json('organise', 'correct', uid, 'title', 'The other')
    await line.json('highlight', 'highlight', uid, '--quote', 'a passage', '--note', 'n', '--tag', 't')
    const listed = await line.lines('gesture', 'undo', '--list')
    expect(listed.map(({ actor }) => actor)).toEqual(['cli', 'cli', 'cli', 'import'])
    expect(listed.map(({ at }) => at)).toEqual(
      listed
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )

    const article = () => line.json('show', 'show', uid)
    const undone = await line.json('undo', 'undo')
    expect(undone.gesture).toBe(listed[0]?.gesture)
    expect((await article()).annotations).toEqual([])
    await line.json('undo', 'undo')
    expect((await article()).title).toBe('The one')
    await line.json('undo', 'undo')
    expect((await article()).tags).toEqual([])
    await line.json('undo', 'undo')
    expect(await line.lines('list-row', 'list')).toEqual([])
    expect((await article()).trashed).not.toBeNull()
  })

  it('takes back a whole import that is not the last thing done, and nothing else', async () => {
    const line = aCommandLine()
    const kept = await line.addText('kept.txt', 'The kept\n\nA text that stays.\n')
    const files = ['one', 'two', 'three'].map((name) =>
      line.file(`${name}.txt`, `The ${name}\n\nA text called ${name}.\n`),
    )
    const imported = await line.json('import', 'import', ...files)
    await line.json('organise', 'tag', 'later', kept.uid)
    const listed = (await line.run('undo', '--list')).stdout
    expect(listed).toContain(String(imported.gesture))

    const undone = await line.json('undo', 'undo', ` ${String(imported.gesture)} `)
    expect(undone).toMatchObject({ gesture: imported.gesture, kinds: ['import'] })
    expect((await line.lines('list-row', 'list')).map(({ uid }) => uid)).toEqual([kept.uid])
    expect((await line.lines('trash-row', 'trash')).length).toBe(3)
    expect((await line.json('show', 'show', kept.uid)).tags).toEqual(['later'])
    const again = await line.run('undo', String(imported.gesture))
    expect(again).toMatchObject({ status: 2, stdout: '' })
  })

  it.each([
    [['undo', 'no-such-gesture']],
    [['undo', '00000000-0000-7000-8000-000000000000']],
    [['undo', '--list', '00000000-0000-7000-8000-000000000000']],
  ])('%j changes nothing', async (args) => {
    const line = aCommandLine()
    await line.addText('a.txt', 'The one\n\nA text.\n')
    const ended = await line.run(...args)
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).not.toBe('')
    expect(await line.lines('list-row', 'list')).toHaveLength(1)
  })

  it('says that there is nothing to undo', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'A text.\n')
    await line.json('undo', 'undo')
    expect(await line.lines('gesture', 'undo', '--list')).toEqual([])
    const ended = await line.run('undo')
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toContain('There is nothing to undo.')
  })
})

describe('tag and correct', () => {
  it('give and take tags of many articles as one gesture', async () => {
    const line = aCommandLine()
    await line.json('import', 'import', line.file('a.txt', 'One text.\n'), line.file('b.txt', 'Two texts.\n'))
    const uids = (await line.lines('list-row', 'list')).map(({ uid }) => uid)
    const tagged = await line.json('organise', 'tag', 'both', ...uids)
    const [newest] = await line.lines('gesture', 'undo', '--list')
    expect(tagged).toEqual({ articles: 2, gesture: newest?.gesture })
    expect(await line.lines('list-row', 'list', 'tag:both')).toHaveLength(2)
    await line.json('organise', 'tag', '--remove', 'both', uids[0] ?? '')
    expect(oneOf(await line.lines('list-row', 'list', 'tag:both')).uid).toBe(uids[1])
  })

  it('correct a fact everywhere, find it, and take the correction back', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'The harbour\n\nA text about boats in the morning.\n')
    await line.json('organise', 'correct', uid, 'title', 'The quay')
    expect(oneOf(await line.lines('list-row', 'list', 'title:quay')).title).toBe('The quay')
    await line.json('organise', 'correct', uid, 'title')
    expect(oneOf(await line.lines('list-row', 'list', 'title:harbour')).title).toBe('The harbour')
    const refused = await line.run('correct', uid, 'colour', 'red')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('title, standfirst, byline')
  })
})

describe('collect, mark, note and unhighlight', () => {
  it('set what filters find, and each is taken back by one undo', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('lamp.txt', 'A lamp is lit\n\nThe keeper lit the lamp at dusk.')
    await line.json('organise', 'mark', uid, '--star', '--state', 'read')
    await line.json('organise', 'collect', 'Work/Sea', ` ${uid} `)
    const note = await line.json('highlight', 'note', uid, 'Which *lamp*?')
    const [row] = await line.lines('list-row', 'list', 'is:starred is:read in:Sea has:note')
    expect(row).toMatchObject({ uid, starred: true, state: 'read', collections: ['Work/Sea'] })
    expect(await line.json('organise', 'unhighlight', note.uid)).toMatchObject({ annotations: 1 })
    const steps = [
      ['has:note', 1],
      ['has:note', 0],
      ['in:Sea', 0],
      ['is:starred', 0],
    ] as const
    for (const [query, left] of steps) {
      await line.json('undo', 'undo')
      expect(await line.lines('list-row', 'list', query), query).toHaveLength(left)
    }
  })

  it('asks what to mark when nothing is said', async () => {
    const ended = await aCommandLine().run('mark', 'some-uid')
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toContain('say --star, --unstar or --state')
  })
})
