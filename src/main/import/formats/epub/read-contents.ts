import { Failure } from '../../../../shared/app-error.ts'
import { readXml, type XmlElement } from '../../xml/read-xml.ts'
import { pathFrom } from './read-package.ts'

/**
 * Names of a book's chapters by path, from its navigation document (EPUB 3) or its NCX (EPUB 2): of several entries for one
 * document the first. `folder` is where the document lies. Broken ones give what was read before they break.
 */
export async function readContents(bytes: Uint8Array, folder: string): Promise<ReadonlyMap<string, string>> {
  const reading: Reading = { names: new Map(), text: '', inContents: false, address: null, folder }
  try {
    for await (const event of readXml(once(bytes), { path: folder, entities: { nbsp: '\u00a0' } })) {
      if (event.kind === 'text') reading.text += event.text
      else if (event.kind === 'open') open(reading, event.element)
      else close(reading, event.element.local)
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return reading.names
}

interface Reading {
  readonly names: Map<string, string>
  readonly folder: string
  text: string
  inContents: boolean
  address: string | null
}

function open(reading: Reading, { local, attributes }: XmlElement): void {
  switch (local) {
    case 'nav':
      reading.inContents = /\btoc\b/.test(attributes.get('epub:type') ?? attributes.get('role') ?? '')
      break
    case 'a':
      if (reading.inContents) reading.address = attributes.get('href') ?? null
      reading.text = ''
      break
    case 'navLabel':
      reading.text = ''
      break
    case 'content':
      reading.address = attributes.get('src') ?? null
      keep(reading)
      break
    default:
  }
}

function close(reading: Reading, local: string): void {
  if (local === 'nav') reading.inContents = false
  if (local === 'a') keep(reading)
}

function keep(reading: Reading): void {
  const label = reading.text.replace(/\s+/g, ' ').trim()
  const { address } = reading
  reading.address = null
  if (address === null || label === '') return
  const path = pathFrom(reading.folder, address)
  if (!reading.names.has(path)) reading.names.set(path, label)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
