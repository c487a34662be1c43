import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../../src/main/import/draft.ts'
import type { DraftOrFailure } from '../../../../src/main/import/format.ts'
import { jsonLines } from '../../../../src/main/import/formats/json-lines.ts'
import { aSource } from '../../../support/import-builders.ts'
import { collect } from '../../../support/collect.ts'

async function read(content: string | Uint8Array, fileName: string | null = 'news.jsonl'): Promise<DraftOrFailure[]> {
  return collect(jsonLines.read(aSource(content, fileName)))
}

async function readOne(row: object, fileName: string | null = 'news.jsonl'): Promise<Draft> {
  const [item] = await read(JSON.stringify(row), fileName)
  if (item?.ok !== true) throw new Error(JSON.stringify(item))
  return item.draft
}

function contentOf(draft: Draft): string {
  return draft.content.kind === 'none'
    ? 'none'
    : `${draft.content.kind}: ${Buffer.from(draft.content.bytes).toString()}`
}

describe('articles as JSON lines', () => {
  test('a row states its facts, and its own line is the original', async () => {
    const row = {
      id: 17,
      url: 'https://example.org/a',
      title: ' A  title ',
      byline: 'Ann Lee',
      publication: 'The Harbour',
      published: '2022-06-24',
      language: 'en-GB',
      text: 'Body.',
      tags: ['one', 'two'],
      collections: ['Work/War', 'Home'],
    }
    const draft = await readOne(row)
    expect(draft).toMatchObject({
      source: 'news.jsonl#17',
      service: 'news',
      sourceId: '17',
      url: 'https://example.org/a',
      facts: {
        title: 'A title',
        byline: 'Ann Lee',
        publication: 'The Harbour',
        published: '2022-06-24',
        language: 'en',
      },
      marks: { tags: ['one', 'two'], collections: [['Work', 'War'], ['Home']] },
      notes: [],
    })
    expect(contentOf(draft)).toBe('text: Body.')
    expect(draft.original?.mediaType).toBe('application/json')
    expect(Buffer.from(draft.original?.bytes ?? []).toString()).toBe(JSON.stringify(row))
  })

  test.each([
    ['text', { text: 'a' }, 'text: a'],
    ['HTML before text', { text: 'a', html: '<p>b' }, 'html: <p>b'],
    ['Markdown before text', { text: 'a', markdown: '# c' }, 'markdown: # c'],
    ['nothing for blank text', { text: '  \n', url: 'https://example.org' }, 'none'],
    ['nothing for null', { text: null, html: null, url: 'https://example.org' }, 'none'],
    ['half a surrogate pair as a replacement character', { text: 'a\ud800' }, 'text: a\ufffd'],
  ])('takes %s', async (_, row, expected) => {
    expect(contentOf(await readOne(row))).toBe(expected)
  })

  test.each([
    ['the file’s name without extension', {}, 'my.news.jsonl', 'my.news'],
    ['the row’s own word', { service: 'Pocket' }, 'news.jsonl', 'Pocket'],
    ['standard input’s name', {}, null, 'standard-input'],
  ])('the service of an id is %s', async (_, row, fileName, expected) => {
    expect((await readOne({ id: 'x', text: 'a', ...row }, fileName)).service).toBe(expected)
  })

  test('a row without id has no service either, and is named by its line', async () => {
    const draft = await readOne({ text: 'a' })
    expect([draft.service, draft.sourceId, draft.source]).toEqual([null, null, 'news.jsonl#1'])
  })

  test('keeps what it does not know, whole, and what has the wrong type', async () => {
    const draft = await readOne({
      text: 'a',
      rating: 5,
      deep: { a: [1, null] },
      tags: 7,
      published: 'soon',
      byline: true,
    })
    expect(draft.notes).toEqual([
      { kind: 'unknown-field', details: { field: 'rating', value: 5 } },
      { kind: 'unknown-field', details: { field: 'deep', value: { a: [1, null] } } },
      { kind: 'unknown-field', details: { field: 'tags', value: 7 } },
      { kind: 'unknown-field', details: { field: 'byline', value: true } },
      { kind: 'invalid-date', details: { value: 'soon' } },
    ])
  })

  test('a bad line is one failure with its number, the others go on', async () => {
    const lines = [
      '{"text":"one"}',
      '{"text":',
      '',
      '   ',
      '[1]',
      '{"text":5}',
      '{"id":{},"text":"x"}',
      '{"text":"two"}',
    ]
    const items = await read(`\ufeff${lines.join('\r\n')}\r\n`)
    expect(items.map((item) => (item.ok ? contentOf(item.draft) : item.error))).toMatchObject([
      'text: one',
      { code: 'import/malformed', details: { line: 2, problem: 'not-json' } },
      { code: 'import/malformed', details: { line: 5, problem: 'not-an-object' } },
      { code: 'import/malformed', details: { line: 6, problem: 'not-text', what: 'text' } },
      { code: 'import/malformed', details: { line: 7, problem: 'not-an-id' } },
      'text: two',
    ])
  })

  test.each([
    '{"__proto__":{"x":1},"text":"a"}',
    '{"text":"a","x":[{"constructor":1}]}',
    '{"text":"a","prototype":null}',
  ])('refuses keys that reach a prototype: %s', async (line) => {
    const [item] = await read(line)
    expect(item).toMatchObject({ ok: false, error: { details: { problem: 'prototype-key' } } })
  })

  test('a row without text and URL is a failure that names the fields it has instead', async () => {
    const [item] = await read('{"id":1,"title":"T","body":"Text","rating":5}')
    expect(item).toMatchObject({
      ok: false,
      error: { code: 'import/no-text-field', details: { line: 1, fields: ['body', 'rating'] } },
    })
  })

  test('refuses bytes that are not UTF-8 instead of changing them', async () => {
    const [item] = await read(Uint8Array.from([...Buffer.from('{"text":"'), 0xe4, ...Buffer.from('"}')]))
    expect(item).toMatchObject({ ok: false, error: { details: { problem: 'not-json', line: 1 } } })
  })

  test('refuses nesting deeper than the stack of those who copy it', async () => {
    const nested = (depth: number): string => `{"text":"a","x":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const items = await read(`${nested(63)}\n${nested(64)}\n${nested(100_000)}`)
    const codes = items.map((item) => item.ok || item.error.code)
    expect(codes).toEqual([true, 'import/too-deep', 'import/too-deep'])
  })

  test('the same row has the same key in a file that grew, another row or another file’s id has not', async () => {
    const keys = async (content: string, fileName: string): Promise<readonly string[]> =>
      (await read(content, fileName)).map((item) => JSON.stringify(item.ok ? item.draft.key : null))
    const before = await keys('{"id":1,"text":"a"}\n{"text":"b"}', 'n.jsonl')
    const after = await keys('{"id":0,"text":"new"}\n{"id":1,"text":"a"}\n{"text":"b"}\n', 'n.jsonl')
    expect(after.slice(1)).toEqual(before)
    expect(new Set(after).size).toBe(3)
    expect(await keys('{"id":1,"text":"a"}', 'other.jsonl')).not.toEqual(before.slice(0, 1))
  })

  test('tells how far the source has been read', async () => {
    const items = await read('{"text":"a"}\n{"text":"b"}\n')
    expect(items.map((item) => item.position)).toEqual([13, 26])
  })

  test('a source that breaks off is one more failure', async () => {
    const source = aSource('{"text":"a"}\n')
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield* source.stream()
      throw Object.assign(new Error('read'), { code: 'EIO' })
    }
    const items = await collect(jsonLines.read({ ...source, stream: broken }))
    expect(items.map((item) => item.ok || item.error.code)).toEqual([true, 'import/not-readable'])
  })
})
