import { appError, type AppError } from '../../../../shared/app-error.ts'

/** Codes of electron-updater for a file that is not what the feed says, or not signed by whom it must be. */
const REFUSED: ReadonlySet<unknown> = new Set([
  'ERR_CHECKSUM_MISMATCH',
  'ERR_UPDATER_INVALID_SIGNATURE',
  'ERR_UPDATER_NO_CHECKSUM',
])
/** Chromium's words for a computer that is not connected, or a server that is not reached. */
const OFFLINE =
  /net::ERR_(?:INTERNET_DISCONNECTED|NETWORK_\w+|NAME_\w+|ADDRESS_\w+|PROXY_\w+|TUNNEL_\w+|CONNECTION_\w+|TIMED_OUT|EMPTY_RESPONSE)/
/** Chromium's words for a server that cannot show who it is, and Squirrel's for a program that cannot. */
const UNTRUSTED = /net::ERR_(?:CERT_\w+|SSL_\w+)|code signature/i

/** What a failed check or download means for a person. */
export function translateUpdateError(error: unknown, host: string): AppError {
  const { code, message = String(error) } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown
    readonly message?: string
  }
  if (REFUSED.has(code) || UNTRUSTED.test(message)) return appError('host/update-refused', { host })
  if (OFFLINE.test(message)) return appError('host/update-offline', { host })
  return appError('host/update-failed', { host, cause: message.split('\n', 1)[0]?.slice(0, 200) ?? '' })
}
