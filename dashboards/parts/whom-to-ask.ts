import { html, type Html } from './html.ts'

/** To whom somebody writes; where nobody said so, to the hub that they know. */
export const whomToAsk = (contact: string | null): Html =>
  contact === null
    ? html`Ask the music hub that invited you.`
    : contact.includes('@') && !contact.includes(' ')
      ? html`Write to <a class="govuk-link" href="mailto:${contact}">${contact}</a>.`
      : html`Write to ${contact}.`
