import { dayText } from './day.ts'
import { foldedFilters } from './filters.ts'
import type { Frame } from './frame.ts'
import { html, type Content, type Html } from './html.ts'
import { scopeText } from './scope.ts'

/** The top of a page of figures: its title, the schools and day it shows, and the way to others. `more` are further fields to choose by. */
export const headingOf = (frame: Frame, title: string, population: number, more: Content = null): Html => html`
  <div class="heading">
    <h1 class="govuk-heading-xl heading__title">${title}</h1>
    <p class="heading__scope">
      ${scopeText(population, frame.where, frame.choices)}, as things stood on ${dayText(frame.asOf)}.
    </p>
    ${foldedFilters(frame, more)}
  </div>
`
