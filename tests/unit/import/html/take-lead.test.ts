import { describe, expect, it } from 'vitest'
import { measure } from '../../../../src/main/import/html/measures.ts'
import { parsePage } from '../../../../src/main/import/html/parse-page.ts'
import { takeLead } from '../../../../src/main/import/html/take-lead.ts'

const LEAD = 'Nobody on the quay could say when the ferries would run again, and few asked.'

function bodyAfterTaking(html: string): string {
  const page = parsePage(html)
  const container = page.ok ? page.value.body.querySelector('.body') : null
  if (!page.ok || container === null) throw new Error('the test has no container')
  takeLead(container, measure(page.value.body))
  return container.textContent
}

describe('takeLead', () => {
  it('moves what stands between headline and body into the body, in order', () => {
    const html = `<h1>Storm</h1><div><p>${LEAD}</p></div><figure><img src="a.jpg"><figcaption>Waves</figcaption></figure><div class="body">Text</div>`
    expect(bodyAfterTaking(html)).toBe(`${LEAD}WavesText`)
  })

  it('takes a lead-in beside the headline in a header of its own', () => {
    expect(
      bodyAfterTaking(`<header><h1>Storm</h1><p>${LEAD}</p></header><div><div class="body">Text</div></div>`),
    ).toBe(`${LEAD}Text`)
  })

  it('leaves labels, link lists and everything above the headline where they are', () => {
    const links = `<p><a href="/x">${LEAD}</a></p>`
    expect(bodyAfterTaking(`<p>${LEAD}</p><h1>Storm</h1><p>4 min read</p>${links}<div class="body">Text</div>`)).toBe(
      'Text',
    )
  })

  it('takes nothing when no headline stands above', () => {
    expect(bodyAfterTaking(`<p>${LEAD}</p><div class="body">Text</div>`)).toBe('Text')
  })
})
