import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WebContents } from 'electron'
import { MOST_DRAGGED, type DragOut } from '../../../shared/ipc/host-contract.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { fileNameKey, numberedFileName, safeFileName } from '../../../shared/text/file-name.ts'
import { translateWriteError } from '../../files/translate-write-error.ts'
import type { HostHandlers } from '../../ipc/host-dispatcher.ts'
import type { AskInternal } from '../../ipc/internal-requests.ts'
import type { Scratch } from '../scratch.ts'
import { appIcon } from './window.ts'

/** What dragging out stands on. */
export interface DragOutParts {
  readonly scratch: Scratch
  readonly content: AskInternal
  readonly contents: () => WebContents | undefined
}

interface FileToGive {
  readonly title: string
  readonly text: string
}

/** How long what was dropped may still be read from the scratch folder, in milliseconds; what is left goes with the run. */
const KEPT = 10 * 60_000

/**
 * Writes what is dragged into a private folder, under names that every system takes, and lets the system drag the files on.
 * No path comes from the window, and none is given to it.
 */
export function createDragOut({ scratch, content, contents }: DragOutParts): HostHandlers['host.dragOut'] {
  const given: { readonly folder: string; readonly at: number }[] = []

  const removeOld = (): void => {
    const now = performance.now()
    while (given[0] !== undefined && now - given[0].at > KEPT) {
      rmSync(given.shift()?.folder ?? '', { recursive: true, force: true })
    }
  }

  return async (what) => {
    removeOld()
    const files = await filesOf(what, content)
    if (!files.ok) return files
    const folder = scratch.newFolder()
    given.push({ folder, at: performance.now() })
    const paths: string[] = []
    try {
      for (const [name, text] of named(files.value)) {
        const path = join(folder, name)
        await writeFile(path, text, { flag: 'wx', mode: 0o600 })
        paths.push(path)
      }
    } catch (error) {
      return err(translateWriteError(error, folder))
    }
    contents()?.startDrag({ file: paths[0] ?? '', files: paths, icon: appIcon() })
    return ok({})
  }
}

async function filesOf(what: DragOut, content: AskInternal): Promise<Result<readonly FileToGive[]>> {
  if (what.kind === 'note') return ok([{ title: what.title, text: `${what.text}\n` }])
  const files: FileToGive[] = []
  for (const uid of what.articles.slice(0, MOST_DRAGGED)) {
    const written = await content('content.markdown', { uid })
    if (!written.ok) return written
    const { fileName, markdown } = written.value
    files.push({ title: fileName.replace(/\.md$/, ''), text: markdown })
  }
  return ok(files)
}

/** Names for the files, each once; a number tells those apart that bear the same. */
function named(files: readonly FileToGive[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { title, text } of files) {
    let name = safeFileName(title, '.md')
    for (let number = 2; taken.has(fileNameKey(name)); number++) name = numberedFileName(title, number, '.md')
    taken.add(fileNameKey(name))
    names.set(name, text)
  }
  return names
}
