import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a release said that newer ones will lie. */
export interface Feed {
  /** Address of the folder that holds `latest*.yml`; https alone. */
  readonly address: string
  /** Its origin, the only one that is ever asked. */
  readonly origin: string
  /** Its name and port, for people. */
  readonly host: string
}

/** Reads the address that was packed in (`resources/app-update.yml`); null when the release gave none, or one without https. */
export async function readFeed(resources: string): Promise<Feed | null> {
  const text = await readFile(join(resources, 'app-update.yml'), 'utf8').catch(() => '')
  const { parse } = await import('yaml')
  const { provider, url } = readFields(parse(text))
  const address = provider === 'generic' && typeof url === 'string' ? URL.parse(url) : null
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '') return null
  return { address: address.href, origin: address.origin, host: address.host }
}

function readFields(parsed: unknown): Readonly<Record<string, unknown>> {
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
}
