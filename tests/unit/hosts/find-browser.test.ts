import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../../src/main/hosts/browser/find-browser.ts'

const search = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, ...programs: readonly string[]) =>
  findBrowser({ platform, environment, isProgram: (path) => programs.includes(path) })

describe('finding a browser', () => {
  it('takes the one that is named when it is there', () => {
    const environment = { CHROMIUM_PATH: '/opt/c', PATH: '/bin:/usr/bin' }
    expect(search('linux', environment, '/opt/c', '/bin/chromium')?.path).toBe('/opt/c')
    expect(search('linux', environment, '/bin/chromium')?.path).toBe('/bin/chromium')
  })

  it('looks for Chromium, Chrome and Edge where each system has them', () => {
    const PATH = '/usr/local/bin:/usr/bin'
    expect(search('linux', { PATH }, '/usr/bin/google-chrome', '/usr/local/bin/microsoft-edge')).toEqual({
      name: 'Chrome',
      path: '/usr/bin/google-chrome',
    })
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    expect(search('darwin', {}, edge)).toEqual({ name: 'Edge', path: edge })
    const chrome = 'C:\\Local/Google/Chrome/Application/chrome.exe'
    expect(search('win32', { LOCALAPPDATA: 'C:\\Local' }, chrome)).toEqual({ name: 'Chrome', path: chrome })
  })

  it('finds none where there is none', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) expect(search(platform, {})).toBeNull()
  })
})
