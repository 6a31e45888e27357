import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { keptTable, type KeptLine } from '../parts/kept.ts'
import { whomToAsk } from '../parts/whom-to-ask.ts'

/** What the privacy page shows. */
export interface PrivacyView {
  readonly frame: Frame
  /** The address to write to, as whoever runs this gave it; null where they gave none. */
  readonly contact: string | null
  /** The retention schedule. */
  readonly kept: readonly KeptLine[]
}

/** What is kept about people, why, who sees it, for how long, and what they can ask for. */
export const privacyPage = ({ frame, contact, kept }: PrivacyView): Html =>
  framed(
    frame,
    'Privacy',
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">Privacy</h1>
        <p class="heading__scope">What is kept here about people, why, and what you can ask for.</p>
      </div>
      <section>
        <h2 class="section-title">Who is responsible</h2>
        <p class="govuk-body">
          ${frame.hub === null ? 'The music hub that invited you' : frame.hub} uses Crescendo to follow music in its
          schools, and is responsible for what is kept here. Its own privacy notice goes before this page where they
          differ.
        </p>
      </section>
      <section>
        <h2 class="section-title">What is kept about you</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            If you sign in: your name, what you are to the hub, what you sign in with (never a password itself), and
            when and with what kind of browser you signed in.
          </li>
          <li>
            If you are your school’s contact: your name, role and address, and when and how you consented to be written
            to.
          </li>
          <li>
            If you advise schools, or were named in what was agreed with a school: your name, where it was written down.
          </li>
          <li>A log of who loaded, corrected, downloaded or erased what. It knows people by an id, not by name.</li>
        </ul>
        <p class="govuk-body">
          Levels and awards are about schools. Nothing is kept here about single pupils: files with pupils’ names,
          numbers or dates of birth are refused.
        </p>
      </section>
      <section>
        <h2 class="section-title">Who sees it</h2>
        <p class="govuk-body">
          People of the hub, each as far as their work needs it. A school and its trust see their own record. Councils
          see totals only: no school, no name, nothing that was written in words. Nothing is sold, nothing is sent to
          anybody else by Crescendo, and nobody is decided upon by a computer.
        </p>
      </section>
      <section>
        <h2 class="section-title">Withdrawing consent</h2>
        <p class="govuk-body">
          You can withdraw your consent to be written to at any time: answer any message of the hub with the subject
          <strong>Withdraw</strong>, or tell the hub. From the moment that is recorded nothing is sent to you, and
          within 30 days your name and address are erased. Only a scrambled mark of the address stays, so that it is not
          taken up again by mistake. Your school’s record does not change.
        </p>
      </section>
      <section>
        <h2 class="section-title">How long it is kept</h2>
        ${keptTable(kept)}
      </section>
      <section>
        <h2 class="section-title">What you can ask for</h2>
        <p class="govuk-body">
          You can ask to see all that is kept about you, to have it put right or erased, and you can object to its use.
          You are answered within a month. ${whomToAsk(contact)}
        </p>
        <p class="govuk-body">
          If you are not content with the answer, you can complain to the
          <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
        </p>
      </section>
      <section>
        <h2 class="section-title">Cookies</h2>
        <p class="govuk-body">
          There is one cookie. It says that you are signed in, and ends with your sign-in. Nothing follows you about.
        </p>
      </section>`,
  )
