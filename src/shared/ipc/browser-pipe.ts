import type { AnswerMessage, EventMessage, RequestMessage } from './message.ts'

/** Path of the browser host's WebSocket. */
export const PIPE_PATH = '/pipe'
/** Path that files are given to, by POST. */
export const UPLOAD_PATH = '/upload'
/** Header of an upload that carries the session's secret. */
export const SESSION_HEADER = 'x-offprint-session'
/** Header of an upload: the file's path relative to what was given, as `encodeURIComponent` writes it. */
export const PATH_HEADER = 'x-offprint-path'
/** Header of an upload: when the file was last changed, in milliseconds since 1970. */
export const MODIFIED_HEADER = 'x-offprint-modified'

/** Header of an upload: the folder that the first file's answer named; without it a new one is made. */
export const FOLDER_HEADER = 'x-offprint-folder'

/** Code that the WebSocket is closed with when a token or session is not (or no longer) good. */
export const CLOSED_NOT_KNOWN = 4401
/** Code that it is closed with when the program ends. */
export const CLOSED_ENDING = 4410

/** The first message of a window: by the one-time token of its address, or by the session it got for it. */
export type PipeGreeting =
  { readonly kind: 'enter'; readonly token: string } | { readonly kind: 'resume'; readonly session: string }

/** The host's answer to it: the secret that this window goes on with. */
export interface PipeWelcome {
  readonly kind: 'welcome'
  readonly session: string
}

/** What the window sends. */
export type ToHost = PipeGreeting | RequestMessage
/** What the host sends. */
export type ToWindow = PipeWelcome | AnswerMessage | EventMessage

/** Content type of an upload of one file, whose body is its bytes. */
export const SINGLE_TYPE = 'application/octet-stream'
/**
 * Content type of an upload of many small files: four bytes with the length of a list, the list as JSON (of
 * `ParcelEntry`), then the bytes of all in its order. A request a file costs more than a small file itself.
 */
export const PARCEL_TYPE = 'application/x-offprint-parcel'
/** Longest parcel, its list included. */
export const MOST_PARCEL_BYTES = 8 * 1024 * 1024
/** Most files of a parcel. */
export const MOST_PARCEL_FILES = 512

/** A file in the list of a parcel. */
export interface ParcelEntry {
  /** Relative to what was given. */
  readonly path: string
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number
  /** Bytes. */
  readonly size: number
}

/** The answer to files that were uploaded. */
export interface UploadedFiles {
  /** Absolute path of the scratch folder. */
  readonly folder: string
  /**
   * For each file, the absolute path of what to import: the file, or the folder among what was given that it lies in;
   * null = its name cannot stand on this computer, and it was not taken.
   */
  readonly paths: readonly (string | null)[]
}
