import { expect, it } from 'vitest'
import { outsideAddress } from '../../../src/main/hosts/outside-address.ts'

it('a link to mail fills a letter, and takes no file of this computer along', () => {
  const address = 'mailto:a@example.org?attach=/etc/passwd&subject=Hello%20you&Attachment=~/.ssh/id&Cc=b@example.org'
  expect(outsideAddress(`${address}&%61ttach=x`)).toBe('mailto:a@example.org?subject=Hello%20you&Cc=b@example.org')
  expect(outsideAddress('MAILTO:a@example.org?attach=/etc/passwd')).toBe('mailto:a@example.org')
  expect(outsideAddress('https://example.org/?attach=/etc/passwd')).toBe('https://example.org/?attach=/etc/passwd')
})
