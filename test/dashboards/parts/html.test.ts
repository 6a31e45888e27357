import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { escaped, html, raw } from '../../../dashboards/parts/html.ts'

const naughty = [
  '<script>alert(1)</script>',
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  '&lt;already&gt; &amp; &#39;',
  '{{ constructor }} ${7*7} ` ',
  'Ysgol Sant\u202eEnglish\u0000 👩🏽‍🎤 ﷽',
  '</title></style></textarea><svg onload=alert(1)>',
]

describe('a template', () => {
  it.each(naughty)('shows %j as the text it is, in an element and in an attribute', (text) => {
    const { document } = parseHTML(
      String(
        html`<html>
          <body>
            <p title="${text}">${text}</p>
          </body>
        </html>`,
      ),
    )
    const [paragraph] = document.querySelectorAll('p')
    expect(document.querySelectorAll('body *').length).toBe(1)
    expect(paragraph?.textContent).toBe(text)
    expect(paragraph?.getAttribute('title')).toBe(text)
    expect(paragraph?.attributes.length).toBe(1)
  })

  it('lets no text out of its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(String(html`<b>${text}</b>`)).toBe(`<b>${escaped(text)}</b>`)
        expect(escaped(text)).not.toMatch(/[<>"']/)
      }),
    )
  })

  it('keeps markup, joins lists, and lets nothing and no stand for nothing', () => {
    expect(String(html`${html`<i>a</i>`}${[html`b`, '<', 3]}${null}${undefined}${false}${0}`)).toBe('<i>a</i>b&lt;30')
    expect(String(html`${raw('<hr>')}`)).toBe('<hr>')
  })
})
