import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import type { Capabilities } from '../../shared/ipc/host-contract.ts'
import type { JsonObject } from '../../shared/json.ts'
import { err, ok } from '../../shared/result.ts'
import type { HostHandlers } from '../ipc/host-dispatcher.ts'
import { makeArchiveFolder, rememberArchive } from '../places/archive-path.ts'
import { readState, rememberState } from '../places/state-file.ts'
import type { ArchiveHolder } from './archive-holder.ts'
import type { ArticleLinks } from './article-links.ts'
import { outsideAddress, type OpenOutside } from './outside-address.ts'

/** What the handlers stand on. */
export interface HostHandlerPorts {
  readonly holder: ArchiveHolder
  readonly capabilities: Capabilities
  /** Makes an address that shows an original, good for one view. */
  readonly openOriginal: HostHandlers['host.openOriginal']
  readonly printPdf: HostHandlers['host.printPdf']
  readonly dragOut: HostHandlers['host.dragOut']
  readonly updates: {
    readonly check: HostHandlers['host.checkForUpdates']
    readonly stop: HostHandlers['host.stopUpdate']
  }
  readonly openOutside: OpenOutside
  readonly forgetUpload: HostHandlers['host.forgetUpload']
  readonly choosePath: HostHandlers['host.choosePath']
  readonly setMenu: HostHandlers['host.setMenu']
  readonly links: ArticleLinks
  /** What the window remembers changed. */
  readonly onSettings: (settings: JsonObject) => void
}

/** Answers the requests of the host contract the same in every host. */
export function createHostHandlers(ports: HostHandlerPorts): HostHandlers {
  const { holder } = ports
  return {
    'host.capabilities': () => ok(ports.capabilities),
    'host.archive': async () => ok(await holder.state()),
    'host.openArchive': async ({ file, create }) => {
      const path = absolute(file)
      if (path === null) return err(appError('storage/not-found', { file }))
      if (create && existsSync(path)) return err(appError('storage/exists', { file: path }))
      if (create) makeArchiveFolder(path)
      const opened = await holder.open(path, create)
      if (opened.ok) rememberArchive(opened.value.file)
      return opened
    },
    'host.openOriginal': ports.openOriginal,
    'host.printPdf': ports.printPdf,
    'host.dragOut': ports.dragOut,
    'host.checkForUpdates': ports.updates.check,
    'host.stopUpdate': ports.updates.stop,
    'host.openExternal': async ({ url }) => {
      const address = outsideAddress(url)
      if (address === null) return err(appError('host/link-refused', { url }))
      return (await ports.openOutside(address)) ? ok({}) : err(appError('host/link-not-opened', { url: address }))
    },
    'host.forgetUpload': ports.forgetUpload,
    'host.settings': () => ok(readState().settings ?? {}),
    'host.saveSettings': ({ settings }) => {
      const kept = Object.entries({ ...readState().settings, ...settings }).filter(([, value]) => value !== null)
      rememberState({ settings: Object.fromEntries(kept) })
      ports.onSettings(Object.fromEntries(kept))
      return ok({})
    },
    'host.choosePath': ports.choosePath,
    'host.setMenu': ports.setMenu,
    'host.takeLink': () => ok(ports.links.take()),
    'host.places': () => {
      const documents = join(homedir(), 'Documents')
      return ok({ documents, exports: join(documents, 'Offprint', 'Exports') })
    },
  }
}

/** This system as the interface names it. */
export function thisPlatform(): Capabilities['platform'] {
  const { platform } = process
  return platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux'
}

/** A typed path: `~` is the home folder; null when it is not absolute, since there is no folder it could start from. */
function absolute(typed: string): string | null {
  const path = typed === '~' || /^~[/\\]/.test(typed) ? join(homedir(), typed.slice(1)) : typed
  return isAbsolute(path) ? path : null
}
