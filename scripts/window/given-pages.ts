import { deflateRawSync } from 'node:zlib'

/** Titles of an article of several pages, and of one whose letters are not what the page says. */
export const ROAD = 'The long road along the water'
export const LETTERS = 'A letter from Novgorod'

const PLACE = 'https://courier.example/2021/the-long-road-along-the-water'
const WORDS = [
  'On the first day the road keeps to the dyke, and there is nobody on it but a man who counts herons.',
  'On the second day it leaves the water and goes round a field that belongs to two brothers who do not speak.',
  'On the third day it comes down to the shingle, where the last milestone stands with its back to the sea.',
]

/** A page of the article of three. */
export function pageOfRoad(number: number): string {
  const at = (page: number): string => (page === 1 ? PLACE : `${PLACE}/${String(page)}`)
  const beside = [
    number > 1 ? `<link rel="prev" href="${at(number - 1)}">` : '',
    number < 3 ? `<link rel="next" href="${at(number + 1)}">` : '',
  ].join('')
  const text = Array.from({ length: 7 }, () => `<p>${WORDS[number - 1] ?? ''}</p>`).join('')
  return `<!doctype html><!-- saved from url=(0060)${at(number)} --><html lang="en"><head><title>${ROAD}</title>${beside}</head><body><article><h1>${ROAD}</h1>${text}</article></body></html>`
}

/** A page in windows-1251 that says it is another encoding. */
export function misreadPage(): Uint8Array {
  const words = 'Мост через реку построили за одно лето люди с холмов, и никто не утонул. '
  const html = `<!doctype html><html><head><meta charset="windows-1252"><title>${LETTERS}</title></head><body><article><h1>${LETTERS}</h1>${`<p>${words.repeat(4)}</p>`.repeat(4)}</article></body></html>`
  return Uint8Array.from(html, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code < 0x80 ? code : code - 0x0410 + 0xc0
  })
}

/** A ZIP of two files whose flags say that a password locks them. */
export function lockedZip(): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const name of ['minutes of the harbour board.html', 'tides.txt']) {
    const packed = deflateRawSync(Buffer.alloc(64, 7))
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(1, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(64, 18)
    fields.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), fields, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(2, 8)
  end.writeUInt16LE(2, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, entries, end])
}
