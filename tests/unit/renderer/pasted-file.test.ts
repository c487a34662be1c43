import { describe, expect, test } from 'vitest'
import { pastedFile, selectedHtml } from '../../../src/renderer/composables/pasted-file.ts'

const textOf = (file: File): Promise<string> => file.text()

describe('pasted text as a file', () => {
  test('stands below its title, which names the file', async () => {
    const file = pastedFile({ title: 'The wall', text: 'It stood.', html: null }, 'Pasted text')
    expect([file.name, await textOf(file)]).toEqual(['The wall.txt', 'The wall\n\nIt stood.'])
  })

  test('is kept to the letter without a title, and named by its first line', async () => {
    const text = '  It stood for ninety years\nand then it did not.\n'
    const file = pastedFile({ title: '', text, html: null }, 'Pasted text')
    expect([file.name, await textOf(file)]).toEqual(['It stood for ninety years.txt', text])
  })

  test('of a page stays a page, its title escaped', async () => {
    const html = '<meta charset="utf-8"><p>It <b>stood</b>.</p>'
    const file = pastedFile({ title: 'A < B & C', text: 'It stood.', html }, 'Pasted text')
    const written = await textOf(file)
    expect(file.name).toBe('A B & C.html')
    expect(written).toContain('<title>A &lt; B &amp; C</title>')
    expect(written).toContain('<article><h1>A &lt; B &amp; C</h1>\n<p>It <b>stood</b>.</p></article>')
  })

  test('takes only what was selected of the clipboard', () => {
    expect(selectedHtml('<html><body>\n<!--StartFragment--><p>x</p><!--EndFragment-->\n</body></html>')).toBe(
      '<p>x</p>',
    )
    expect(selectedHtml('<p>x</p>')).toBe('<p>x</p>')
  })

  test.each([
    ['../../etc/passwd', 'etc passwd.txt'],
    ['a/b\\c:d*e?f"g<h>i|j#k', 'a b c d e f g h i j k.txt'],
    ['\u202Egnp.exe', 'gnp.exe.txt'],
    ['...', 'Pasted text.txt'],
    ['', 'Pasted text.txt'],
  ])('has a name that is safe everywhere: %s', (title, name) => {
    expect(pastedFile({ title, text: '', html: null }, 'Pasted text').name).toBe(name)
  })
})
