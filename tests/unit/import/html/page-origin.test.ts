import { describe, expect, it } from 'vitest'
import { pageOrigin } from '../../../../src/main/import/html/page-origin.ts'

describe('pageOrigin', () => {
  it('reads the comment of SingleFile', () => {
    const html = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://gull.example/harbour?a=1 
 saved date: Fri Jun 24 2022 17:30:00 GMT+0200 (Central European Summer Time)
--><head><link rel=canonical href="https://other.example/">`
    expect(pageOrigin(html)).toEqual({ url: 'https://gull.example/harbour?a=1', captured: '2022-06-24T15:30:00.000Z' })
  })

  it('reads the comment without a date', () => {
    const html =
      '<html><!--\n Page saved with SingleFile \n url: https://gull.example/harbour \n--><head></head></html>'
    expect(pageOrigin(html)).toEqual({ url: 'https://gull.example/harbour', captured: null })
  })

  it('takes the canonical link, then og:url', () => {
    expect(pageOrigin("<link href='https://a.example/x?a=1&amp;b=2' rel='canonical'>").url).toBe(
      'https://a.example/x?a=1&b=2',
    )
    expect(pageOrigin('<meta property="og:url" content="https://b.example/">').url).toBe('https://b.example/')
  })

  it('finds nothing in a page that says nothing, or says what is no web address', () => {
    expect(pageOrigin('<p>https://gull.example/</p>')).toEqual({ url: null, captured: null })
    expect(pageOrigin('<link rel=canonical href="javascript:alert(1)">').url).toBeNull()
    expect(pageOrigin('<link rel=canonical href="/relative">').url).toBeNull()
  })
})
