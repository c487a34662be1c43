import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/shared/app-error.ts'
import { readXml } from '../../../../src/main/import/xml/read-xml.ts'
import { collect } from '../../../support/collect.ts'
import { aSource } from '../../../support/import-builders.ts'

async function read(content: string | Uint8Array, entities: Readonly<Record<string, string>> = {}): Promise<string> {
  const events = await collect(readXml(aSource(content).stream(), { path: 'a.xml', entities }))
  return events
    .map((event) => {
      if (event.kind === 'text') return event.text
      if (event.kind === 'close') return `</${event.element.local}>`
      const { local, uri, attributes } = event.element
      return `<${[local, uri, ...[...attributes].map(([name, value]) => `${name}=${value}`)].filter(Boolean).join(' ')}>`
    })
    .join('')
}

async function codeOf(content: string): Promise<string> {
  try {
    return await read(content)
  } catch (error) {
    if (error instanceof Failure) return error.appError.code
    throw error
  }
}

describe('XML', () => {
  test('is read piece by piece with namespaces, CDATA and the entities that were allowed', async () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE a SYSTEM "x.dtd"><a xmlns:b="u"><b:c d="1&amp;2">x<![CDATA[<y>]]>&nbsp;</b:c></a>'
    expect(await read(xml, { nbsp: ' ' })).toBe('<a xmlns:b=u><c u d=1&2>x<y> </c></a>')
  })

  test('its declared encoding is known', async () => {
    expect(await read(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xfc</a>', 'latin1'))).toBe('<a>ü</a>')
    expect(await read(Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>ü</a>', 'utf16le'))).toBe('<a>ü</a>')
  })

  test('entities that a document declares are never expanded: a billion laughs is refused at the first', async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`
    expect(await codeOf(`${laughs}<a>&b;</a>`)).toBe('import/malformed')
    expect(await codeOf(`${laughs}<a>&x;</a>`)).toBe('import/malformed')
  })

  test('nested without end and cut short are refused', async () => {
    expect(await codeOf('<a>'.repeat(2000))).toBe('import/too-deep')
    expect(await codeOf('<a><b>x</b')).toBe('import/malformed')
  })
})
