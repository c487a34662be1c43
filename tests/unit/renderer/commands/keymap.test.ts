import { describe, expect, it } from 'vitest'
import { COMMANDS, type CommandId } from '../../../../src/renderer/commands/command-list.ts'
import { createKeymap, type KeyPlace } from '../../../../src/renderer/commands/keymap.ts'
import { parseKeys } from '../../../../src/renderer/commands/parse-keys.ts'
import { showKeys } from '../../../../src/renderer/commands/show-keys.ts'
import en from '../../../../src/renderer/locales/en.json' with { type: 'json' }

interface Held {
  readonly ctrl?: boolean
  readonly meta?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
  readonly at?: number
}

function aKeymap({ isMac = false, singleKeys = true, unable = [] as readonly CommandId[] } = {}) {
  const done: CommandId[] = []
  const press = createKeymap({
    isMac,
    singleKeys: () => singleKeys,
    run: (id) => {
      if (unable.includes(id)) return false
      done.push(id)
      return true
    },
  })
  const type = (key: string, held: Held = {}, place: KeyPlace = 'free'): boolean =>
    press(
      {
        key,
        ctrlKey: held.ctrl ?? false,
        metaKey: held.meta ?? false,
        altKey: held.alt ?? false,
        shiftKey: held.shift ?? false,
        timeStamp: held.at ?? 0,
      },
      place,
    )
  return { type, done }
}

describe('the keymap', () => {
  it('takes Ctrl for Cmd where there is none, and Cmd alone on a Mac', () => {
    const other = aKeymap()
    other.type('k', { ctrl: true })
    other.type('k', { meta: true })
    expect(other.done).toEqual(['palette'])
    const mac = aKeymap({ isMac: true })
    mac.type('k', { meta: true })
    mac.type('k', { ctrl: true })
    expect(mac.done).toEqual(['palette'])
  })

  it('takes two keys one after the other, within their time', () => {
    const { type, done } = aKeymap()
    type('g', { at: 0 })
    type('l', { at: 400 })
    type('g', { at: 1000 })
    type('l', { at: 4000 })
    expect(done).toEqual(['goLibrary', 'collect'])
  })

  it('leaves keys without a modifier to fields, and all keys to dialogs', () => {
    const { type, done } = aKeymap()
    expect(type('s', {}, 'field')).toBe(false)
    expect(type('s', {}, 'dialog')).toBe(false)
    expect(type('z', { ctrl: true }, 'dialog')).toBe(false)
    expect(done).toEqual([])
    type('k', { ctrl: true }, 'field')
    type('F6', {}, 'field')
    expect(done).toEqual(['palette', 'nextPane'])
  })

  it('leaves Enter and Space to buttons, letters not', () => {
    const { type, done } = aKeymap()
    expect(type('Enter', {}, 'button')).toBe(false)
    expect(type(' ', {}, 'button')).toBe(false)
    type('s', {}, 'button')
    expect(done).toEqual(['star'])
  })

  it('does nothing for single keys when they are turned off, and still for the others', () => {
    const { type, done } = aKeymap({ singleKeys: false })
    expect([type('s'), type('g'), type('?', { shift: true })]).toEqual([false, false, false])
    type('Escape')
    type('z', { ctrl: true })
    expect(done).toEqual(['back', 'undo'])
  })

  it('tells Shift apart for letters and not for signs, whose keyboards differ', () => {
    const { type, done } = aKeymap()
    type('J', { shift: true })
    type('j')
    type('?', { shift: true })
    type('?')
    type('+', { ctrl: true, shift: true })
    expect(done).toEqual(['nextHighlight', 'nextArticle', 'keyboard', 'keyboard', 'textLarger'])
  })

  it('says that a key was not used when nobody can do its command now', () => {
    const { type } = aKeymap({ unable: ['star'] })
    expect(type('s')).toBe(false)
    expect(type('u')).toBe(true)
  })

  it('leaves keys with Alt to the system', () => {
    const { type, done } = aKeymap()
    expect(type('s', { alt: true })).toBe(false)
    expect(done).toEqual([])
  })
})

describe('the list of commands', () => {
  it('has words for every command', () => {
    expect(COMMANDS.map(({ id }) => id).filter((id) => !(id in en.commands))).toEqual([])
  })

  it('gives no keys to two commands', () => {
    const keys = COMMANDS.flatMap((command) => command.keys.map((way) => JSON.stringify(way)))
    expect(keys.filter((one, at) => keys.indexOf(one) !== at)).toEqual([])
  })

  it('begins no sequence with a key that is a command by itself', () => {
    const ways = COMMANDS.flatMap((command) => command.keys)
    const first = new Set(ways.filter((way) => way.length > 1).map(([chord]) => JSON.stringify(chord)))
    expect(ways.filter((way) => way.length === 1 && first.has(JSON.stringify(way[0])))).toEqual([])
  })

  it('shows keys as the computer has them', () => {
    expect(showKeys(parseKeys('Shift+Mod+I'), 'mac')).toBe('⇧⌘I')
    expect(showKeys(parseKeys('Shift+Mod+I'), 'linux')).toBe('Ctrl+Shift+I')
    expect(showKeys(parseKeys('G L'), 'windows')).toBe('G then L')
    expect(showKeys(parseKeys('Mod++'), 'linux')).toBe('Ctrl++')
  })
})
