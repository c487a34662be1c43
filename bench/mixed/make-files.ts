import { mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { realSamples, type Sample } from './real-samples.ts'

/** Files of one folder at most, as people's folders are. */
const IN_A_FOLDER = 500

/** Formats whose copies can be told apart by words at their end; of others a copy is the same file again. */
const TEXTS = new Set(['.html', '.htm', '.txt', '.md', '.mhtml', '.mht', '.json', '.csv', '.enex', '.xml', '.rdf'])

/**
 * Makes so many files of mixed formats from the real ones: copies of a page or a text lie at other addresses and end in other
 * words, so that they are other articles; copies of books and archives are the same again, as in people's folders.
 */
export function makeMixedFiles(folder: string, count: number): void {
  let made = 0
  for (const { share, samples } of realSamples()) {
    const wanted = Math.round(share * count)
    for (let number = 0; number < wanted && made < count; number++) {
      const sample = samples[number % samples.length]
      if (sample === undefined) break
      writeCopy(folder, sample, { copy: Math.floor(number / samples.length), at: made++ })
    }
  }
}

function writeCopy(folder: string, sample: Sample, place: { readonly copy: number; readonly at: number }): void {
  const { copy, at } = place
  // Neighbours in the list lie in different folders, so that the formats are mixed throughout.
  const below = join(folder, String((at * 7919) % 97).padStart(2, '0'), String(Math.floor(at / IN_A_FOLDER)))
  mkdirSync(below, { recursive: true })
  const extension = extname(sample.name)
  const name = `${sample.name.slice(0, sample.name.length - extension.length).slice(0, 80)} ${String(at)}${extension}`
  const bytes = sample.read()
  writeFileSync(join(below, name), copy === 0 || !TEXTS.has(extension) ? bytes : changed(bytes, extension, copy))
}

/** Byte by byte as Latin-1, so that no encoding is touched. */
function changed(bytes: Uint8Array, extension: string, copy: number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const moved = text.replace(/(https?:\/\/)(?=[a-z0-9])/gi, `$1copy${String(copy)}.`)
  const words = `This is copy ${String(copy)} of what once was written.`
  const page = /\.html?$/.test(extension)
  const said = page ? moved.replace(/<\/p>(?![^]*<\/p>)/i, ` ${words}</p>`) : moved
  return Buffer.from(extension === '.txt' || extension === '.md' ? `${said}\n\n${words}\n` : said, 'latin1')
}
