import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { drawIcons, ICON_SIZES } from '../../scripts/packaging/draw-icons.ts'
import { updateFeedArguments } from '../../scripts/packaging/update-feed-arguments.ts'
import { shippedPackages } from '../../scripts/packaging/collect-licences.ts'
import { tempDir } from '../support/temp-dir.ts'

const ROOT = join(import.meta.dirname, '../..')
const load = createRequire(import.meta.url)

interface BuilderConfig {
  readonly [name: string]: unknown
  readonly electronFuses: Readonly<Record<string, boolean>>
}

/** electron-builder's own check of a configuration, as it runs before anything is packed. */
async function validate(config: unknown): Promise<void> {
  const { validateConfiguration } = load('app-builder-lib/out/util/config/config.js') as {
    validateConfiguration: (config: unknown, debug: unknown) => Promise<void>
  }
  const { DebugLogger } = load('builder-util') as { DebugLogger: new (enabled: boolean) => unknown }
  await validateConfiguration(config, new DebugLogger(false))
}

function config(): BuilderConfig {
  return parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as BuilderConfig
}

describe('electron-builder.yml', () => {
  it('is what electron-builder takes; a word it does not know is refused', async () => {
    await validate(config())
    await expect(validate({ ...config(), foo: 1 })).rejects.toThrow(/foo/)
    await expect(validate({ ...config(), linux: { target: 'deb', icons: 'x' } })).rejects.toThrow(
      /configuration\.linux/,
    )
  })

  it('names every package of every system', () => {
    const targets = ['linux', 'win', 'mac'].map((system) => (config()[system] as { target: readonly string[] }).target)
    expect(targets).toEqual([
      ['AppImage', 'deb', 'tar.gz'],
      ['nsis', 'portable', 'zip'],
      ['dmg', 'zip'],
    ])
  })

  it('says of every fuse that this electron-builder knows whether it is on', () => {
    const { definitions } = load('app-builder-lib/scheme.json') as {
      definitions: { FuseOptionsV1: { properties: Record<string, unknown> } }
    }
    const { electronFuses } = config()
    expect(Object.keys(electronFuses).sort()).toEqual(Object.keys(definitions.FuseOptionsV1.properties).sort())
  })

  it('names no place for updates: that is up to a release, by https alone', () => {
    expect(config()['publish']).toBeNull()
    expect(updateFeedArguments({})).toEqual([])
    expect(updateFeedArguments({ OFFPRINT_UPDATES: 'https://a.example/b/' })).toEqual([
      '-c.publish.provider=generic',
      '-c.publish.url=https://a.example/b/',
    ])
    expect(() => updateFeedArguments({ OFFPRINT_UPDATES: 'http://a.example/' })).toThrow('https')
  })

  it('hardens the runtime on a Mac and gives it back nothing but compiling', () => {
    expect(config()['mac']).toMatchObject({ hardenedRuntime: true })
    const entitlements = readFileSync(join(ROOT, 'resources/mac/entitlements.plist'), 'utf8')
    expect([...entitlements.matchAll(/<key>([^<]+)</g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  })
})

describe('the icons', () => {
  it('are drawn from the one drawing: none is older', async () => {
    const folder = tempDir()
    await drawIcons(folder)
    const names = ['icon.ico', 'icon.icns', ...ICON_SIZES.map((size) => `icons/${String(size)}x${String(size)}.png`)]
    for (const name of names) {
      const same = readFileSync(join(folder, name)).equals(readFileSync(join(ROOT, 'resources', name)))
      expect([name, same]).toEqual([name, true])
    }
  })
})

describe('the licences of what is shipped', () => {
  it('are all of kinds that may be shipped with the program', () => {
    const kinds = new Set(shippedPackages(ROOT).map(({ identifier }) => identifier))
    // Blue Oak asks for its text to be passed on, and for nothing else: two packages of electron-updater have it.
    const allowed = [
      'Apache-2.0',
      'BlueOak-1.0.0',
      'BSD-2-Clause',
      'BSD-3-Clause',
      'ISC',
      'MIT',
      'MPL-1.1',
      'MPL-2.0',
      'OFL-1.1',
    ]
    expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([])
  })
})
