import { dialog, shell, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { AppError } from '../../../shared/app-error.ts'
import { describeError } from '../../../shared/describe-error.ts'
import type { PathPurpose } from '../../../shared/ipc/host-contract.ts'
import { outsideAddress } from '../outside-address.ts'
import { DIALOG_WORDS } from './words.ts'

const ARCHIVES = [{ name: DIALOG_WORDS.archives, extensions: ['offprint'] }]

/** Lets a person choose a path; null when they change their mind. */
export async function choosePath(
  window: BrowserWindow,
  purpose: PathPurpose,
  start: string | null,
): Promise<string | null> {
  const from = start === null ? {} : { defaultPath: start }
  if (purpose === 'new-archive') {
    const options = { ...from, filters: ARCHIVES, buttonLabel: DIALOG_WORDS.newArchive }
    const { canceled, filePath } = await dialog.showSaveDialog(window, options)
    return canceled || filePath === '' ? null : filePath
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(
    window,
    purpose === 'folder'
      ? { ...from, properties: ['openDirectory', 'createDirectory'], buttonLabel: DIALOG_WORDS.folder }
      : { ...from, properties: ['openFile'], filters: ARCHIVES, buttonLabel: DIALOG_WORDS.openArchive },
  )
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where a PDF is to be written; null when they change their mind. */
export async function choosePdfFile(window: BrowserWindow, start: string): Promise<string | null> {
  const filters = [{ name: DIALOG_WORDS.pdfFiles, extensions: ['pdf'] }]
  const options = { defaultPath: start, filters, buttonLabel: DIALOG_WORDS.savePdf }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  return canceled || filePath === '' ? null : filePath
}

/** Opens an address with the system's program for it; the caller has asked. Only the web and mail. */
export async function openOutside(address: string): Promise<boolean> {
  if (outsideAddress(address) === null) return false
  try {
    await shell.openExternal(address)
    return true
  } catch {
    return false
  }
}

/** Asks about a link that wanted a window of its own and opens it when the person says so. */
export async function askAndOpen(window: BrowserWindow, url: string): Promise<void> {
  const address = outsideAddress(url)
  if (address !== null && (await askOutside(window, address))) await openOutside(address)
}

/** Asks whether an address of the web or of mail may be opened outside, showing where it leads. */
export async function askOutside(window: BrowserWindow, address: string): Promise<boolean> {
  const { protocol, host, pathname } = new URL(address)
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: protocol === 'mailto:' ? DIALOG_WORDS.mailTo(pathname) : DIALOG_WORDS.openLink(host),
    detail: address,
    buttons: [DIALOG_WORDS.cancel, DIALOG_WORDS.open],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Says whom a check for updates would ask; true = it may. */
export async function askToLook(
  window: BrowserWindow,
  { host, address }: { host: string; address: string },
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: DIALOG_WORDS.look(host),
    detail: DIALOG_WORDS.lookMeans(address),
    buttons: [DIALOG_WORDS.cancel, DIALOG_WORDS.ask],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** A newer version as it is offered; `size` in bytes. */
export interface OfferedVersion {
  readonly version: string
  readonly size: number | null
  readonly host: string
  readonly current: string
}

/** Says that there is a newer version; true = it may be downloaded. */
export async function askToDownload(window: BrowserWindow, offered: OfferedVersion): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: DIALOG_WORDS.newer(offered.version),
    detail: DIALOG_WORDS.newerMeans(offered),
    buttons: [DIALOG_WORDS.notNow, DIALOG_WORDS.download],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Says that there is no window to come, with the number under which the reason is written down. */
export function sayNotStarted(incident: string): void {
  dialog.showErrorBox(DIALOG_WORDS.notStarted, DIALOG_WORDS.notStartedMeans(incident))
}

/** Says that something did not work. */
export async function sayError(window: BrowserWindow, error: AppError): Promise<void> {
  const { what, means, todo } = describeError(error)
  await dialog.showMessageBox(window, { type: 'error', message: what, detail: `${means}\n${todo}` })
}

/** The window's page ended by itself: whether to show it again. */
export async function askAgain(window: BrowserWindow): Promise<boolean> {
  // On a Mac a question hangs on its window, and one that failed at once was never shown.
  window.show()
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: DIALOG_WORDS.gone,
    detail: DIALOG_WORDS.goneMeans,
    buttons: [DIALOG_WORDS.showAgain, DIALOG_WORDS.quit],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

/** Says what this program is made of, for reports. */
export async function showVersions(window: BrowserWindow | null, version: string): Promise<void> {
  const { electron, chrome, node, v8 } = process.versions
  const options: MessageBoxOptions = {
    type: 'info',
    message: `Offprint ${version}`,
    detail: `Electron ${electron}\nChromium ${chrome}\nNode ${node}\nV8 ${v8}\n${process.platform} ${process.arch}`,
    buttons: [DIALOG_WORDS.close],
  }
  await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
}
