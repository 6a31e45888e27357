import { html, type Content, type Html } from './html.ts'

/** Terms with what is said of each, as a description list; a term of which nothing is said is left out. */
export const termsOf = (terms: readonly (readonly [term: string, said: Content])[]): Html => html`
  <dl class="plan">
    ${terms.map(
      ([term, said]) =>
        said !== null &&
        html`<div>
          <dt>${term}</dt>
          <dd>${said}</dd>
        </div>`,
    )}
  </dl>
`
