import type { JsonObject } from '../json.ts'
import type { AnnotationUid, ArticleUid } from '../model/identity.ts'
import type { Nothing } from '../model/nothing.ts'

interface Exchange<Input, Output> {
  readonly input: Input
  readonly output: Output
}

/** What a host can do beyond the contract; the interface shows nothing that its host cannot do. */
export interface Capabilities {
  readonly host: 'electron' | 'browser'
  readonly platform: 'mac' | 'windows' | 'linux'
  /**
   * Begins the addresses of what is in the archive, with a slash at its end: `…article/UID/VERSION/RENDITION` (reader
   * HTML) and `…blob/SHA256`. It holds a secret of this run, because a frame or picture cannot send one.
   */
  readonly contentBase: string
  readonly nativeMenus: boolean
  /** Whether the system's dialogs choose files and folders; else paths are typed, and files uploaded. */
  readonly fileDialogs: boolean
  /** Whether the host prints articles to PDF files. */
  readonly printToPdf: boolean
  /** Whether what is dragged out of the window can be a file; else it is words, and an address that a browser downloads. */
  readonly dragFiles: boolean
  /** Whether the program can look for newer versions of itself, when a person has switched that on and asks. */
  readonly updates: boolean
}

/** The archive the host has open, or could make. */
export interface HostArchive {
  /** `none` = nothing open yet: `file` is where a new archive would be made. */
  readonly status: 'none' | 'open'
  /** Absolute path. */
  readonly file: string
  /** Sentences about the archive's place that a person should know. */
  readonly warnings: readonly string[]
}

/**
 * Requests that the host answers itself, over the same pipe as the core's. Answers are `Result`s as well; guards and
 * handlers are mapped types over this list.
 */
export interface HostRequests {
  'host.capabilities': Exchange<Nothing, Capabilities>
  'host.archive': Exchange<Nothing, HostArchive>
  /** Opens an archive by its absolute path (`~` is the home folder), or makes a new one there; the one open is closed in order first. */
  'host.openArchive': Exchange<{ readonly file: string; readonly create: boolean }, HostArchive>
  /** An address, good for this view only, that shows a version's original as it came, harmless; version null = the current one. */
  'host.openOriginal': Exchange<{ readonly uid: ArticleUid; readonly version: number | null }, { readonly url: string }>
  /**
   * Asks where to, then prints a version of an article (null = the current one) to a PDF with its highlights and notes;
   * `file` is null when the person changed their mind.
   */
  'host.printPdf': Exchange<
    { readonly uid: ArticleUid; readonly version: number | null },
    { readonly file: string | null }
  >
  /** Opens a link outside, after the interface has asked; only http, https and mailto. */
  'host.openExternal': Exchange<{ readonly url: string }, Nothing>
  /** Forgets files that were uploaded for an import, when it has ended. */
  'host.forgetUpload': Exchange<{ readonly folder: string }, Nothing>
  /** What the interface remembers on this computer (theme, sizes, order of lists), by name; never content of an archive. */
  'host.settings': Exchange<Nothing, JsonObject>
  /** Sets some of them, null forgets one. */
  'host.saveSettings': Exchange<{ readonly settings: JsonObject }, Nothing>
  /** Lets a person choose a path in the system's dialog, beginning at one; null when they change their mind. */
  'host.choosePath': Exchange<
    { readonly purpose: PathPurpose; readonly start: string | null },
    { readonly path: string | null }
  >
  /** Makes the native menu of the window's commands; chosen ones come as `host.command`. */
  'host.setMenu': Exchange<{ readonly groups: readonly MenuGroup[] }, Nothing>
  /** The link of an article that the program was opened with, once; from now on links come as `host.openArticle`. */
  'host.takeLink': Exchange<Nothing, ArticleLink | null>
  /** Begins to drag articles or a note out of the window as Markdown files, while the button that began it is pressed. */
  'host.dragOut': Exchange<DragOut, Nothing>
  /**
   * Asks the person, then the server that the release named, whether there is a newer version; asks again, then downloads
   * it. Refused unless the setting `updates` is on. Answers when all of that has ended.
   */
  'host.checkForUpdates': Exchange<Nothing, UpdateAnswer>
  /** Ends the download of an update. */
  'host.stopUpdate': Exchange<Nothing, Nothing>
  /** Places a person usually writes to, for fields where a path is typed. */
  'host.places': Exchange<Nothing, { readonly documents: string; readonly exports: string }>
}

/** What is dragged out of the window: at most `MOST_DRAGGED` articles, or a note with the title that names its file. */
export type DragOut =
  | { readonly kind: 'articles'; readonly articles: readonly ArticleUid[] }
  | { readonly kind: 'note'; readonly title: string; readonly text: string }

/** Most articles that are dragged out at once: more are exported. */
export const MOST_DRAGGED = 50

/** Why a package cannot put a newer one in its place: the system's own, unpacked into a folder, portable, a checkout. */
export type FixedPackage = 'system' | 'unpacked' | 'portable' | 'checkout'

/** How a check for updates ended; `home` is where newer packages are found by hand, null = not known. */
export type UpdateAnswer =
  | { readonly status: 'fixed'; readonly kind: FixedPackage; readonly home: string | null }
  /** The release named no server to ask. */
  | { readonly status: 'no-feed'; readonly home: string | null }
  /** The person said no, or ended it. */
  | { readonly status: 'left' }
  | { readonly status: 'newest'; readonly version: string }
  /** It was downloaded and is put in place when the program ends. */
  | { readonly status: 'waiting'; readonly version: string }

/** What a check for updates is doing. */
export type UpdateProgress =
  | { readonly step: 'asking'; readonly host: string }
  /** `share` from 0 to 1. */
  | { readonly step: 'downloading'; readonly version: string; readonly share: number }

/** What a link of an article names. */
export interface ArticleLink {
  readonly uid: ArticleUid
  /** A highlight or note to show it at; null = where reading stopped. */
  readonly annotation: AnnotationUid | null
}

/** What a path is chosen for. */
export const PATH_PURPOSES = ['open-archive', 'new-archive', 'folder'] as const
/** One of the purposes. */
export type PathPurpose = (typeof PATH_PURPOSES)[number]

/** A menu of the native menu bar. */
export interface MenuGroup {
  readonly label: string
  readonly items: readonly MenuCommand[]
}

/** A command as the native menu shows it. */
export interface MenuCommand {
  /** What `host.command` says when it is chosen. */
  readonly id: string
  readonly label: string
  /** Its keys as `Mod+K` or `Shift+Mod+I`, only shown: the window listens to keys itself. Null = none. */
  readonly keys: string | null
  readonly enabled: boolean
}

/** Events of the host. */
export interface HostEvents {
  /** A command was chosen in the native menu. */
  'host.command': { readonly id: string }
  /** An address of an article was opened outside; the window shows it when it is in the archive. */
  'host.openArticle': ArticleLink
  /** Another archive was opened or made: everything is read anew. */
  'host.archiveChanged': HostArchive
  'host.updateProgress': UpdateProgress
  /** The pipe to the core broke or came back. */
  'host.connection': { readonly status: 'lost' | 'back' }
}

/** Name of a request that the host answers. */
export type HostRequestName = keyof HostRequests

/** Where given files lie for an import. */
export interface GivenPaths {
  /** What to import. */
  readonly paths: readonly string[]
  /** The folder to forget afterwards, which paths are told relative to; null = the files lie at their own place. */
  readonly folder: string | null
  /** Files that could not be read or taken, by their paths relative to what was given; the others were. */
  readonly unread: readonly string[]
}
