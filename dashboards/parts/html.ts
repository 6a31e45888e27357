/** Text that is markup already. Only `html` and `raw` make it. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

/** What may stand in a template: null, undefined and false vanish, lists are joined, and text is escaped. */
export type Content = Html | string | number | null | undefined | false | readonly Content[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The text with the five characters that mean something in markup written out. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

function markupOf(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Html) return content.toString()
  if (typeof content === 'object') return content.map(markupOf).join('')
  return escaped(String(content))
}

/** Markup from a template in which every value is escaped, unless it is markup already. */
export const html = (template: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(template.map((text, at) => text + markupOf(values[at])).join(''))

/** Markup that somebody else has made and escaped: a component's template, a drawn picture. */
export const raw = (markup: string): Html => new Html(markup)
