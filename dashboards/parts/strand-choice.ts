import { strands, type Strand } from '../../analytics/framework/strand.ts'
import { linkFrom, type Frame } from './frame.ts'
import { html, type Html } from './html.ts'
import type { Shown } from './link.ts'

/** The way from a page of one strand to the same page of each other. */
export const strandChoice = (frame: Frame, chosen: Strand, and: Shown['and'] = {}): Html => html`
  <nav class="choice" aria-label="Strand">
    <ul>
      ${strands.map(
        (strand) =>
          html`<li>
            <a
              class="choice__link"
              href="${linkFrom(frame, frame.path, { strand, ...and })}"
              ${strand === chosen && html`aria-current="true"`}
              >${strand}</a
            >
          </li>`,
      )}
    </ul>
  </nav>
`
