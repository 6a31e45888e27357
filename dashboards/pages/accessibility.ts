import type { Day } from '../../analytics/framework/day.ts'
import { dayText } from '../parts/day.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { whomToAsk } from '../parts/whom-to-ask.ts'

/** What the accessibility statement shows. */
export interface AccessibilityView {
  readonly frame: Frame
  /** The address to write to, as whoever runs this gave it; null where they gave none. */
  readonly contact: string | null
}

/** The day on which this statement was last made true. */
const preparedOn: Day = '2026-11-22'

/**
 * The accessibility statement, in the order of the model statement of the UK's public sector accessibility regulations.
 * It says what is known and what was not tried.
 */
export const accessibilityPage = ({ frame, contact }: AccessibilityView): Html =>
  framed(
    frame,
    'Accessibility statement',
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">Accessibility statement for Crescendo</h1>
        <p class="heading__scope">
          This statement applies to the pages and workbooks of Crescendo, as
          ${frame.hub === null ? 'the music hub that invited you' : frame.hub} runs it.
        </p>
      </div>
      <section>
        <h2 class="section-title">What you should be able to do</h2>
        <p class="govuk-body">
          We want as many people as possible to be able to use this website. You should be able to:
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>zoom in up to 400% without the page spilling off the screen</li>
          <li>use all of it with a keyboard alone, and without script</li>
          <li>tell everything without colour: levels are named in words, and bars have patterns or labels</li>
          <li>read every chart as a table too, or download it as a spreadsheet</li>
          <li>listen to it with a screen reader, which finds headings, landmarks, captions and labels</li>
        </ul>
        <p class="govuk-body">
          <a class="govuk-link" href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device
          easier to use if you have a disability.
        </p>
      </section>
      <section>
        <h2 class="section-title">How accessible it is</h2>
        <p class="govuk-body">We know that some parts are not as good as they should be:</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>wide tables scroll sideways on a small screen</li>
          <li>signing in with a passkey needs script; a password and a code do not</li>
          <li>the names of schools and what was written about them are as the hub’s files have them</li>
        </ul>
      </section>
      <section>
        <h2 class="section-title">Feedback and contact</h2>
        <p class="govuk-body">
          If you find a problem, or need something here in another form, such as large print, easy read or a plain
          spreadsheet, say which page and what you need. ${whomToAsk(contact)}
        </p>
      </section>
      <section>
        <h2 class="section-title">Enforcement</h2>
        <p class="govuk-body">
          The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies
          (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how the
          hub answers you, contact the
          <a class="govuk-link" href="https://www.equalityadvisoryservice.com/"
            >Equality Advisory and Support Service (EASS)</a
          >.
        </p>
      </section>
      <section>
        <h2 class="section-title">Compliance status</h2>
        <p class="govuk-body">
          This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard,
          because of what is listed here.
        </p>
        <h3 class="govuk-heading-s">Not tried yet</h3>
        <ul class="govuk-list govuk-list--bullet">
          <li>It has not been audited by anybody who did not build it.</li>
          <li>It has not been tried by people who use a screen reader, a magnifier or speech every day.</li>
          <li>
            Workbooks have headings, names and plain tables, and are checked by a program; they have not been tried with
            a screen reader.
          </li>
        </ul>
        <p class="govuk-body">No fault is claimed to be a disproportionate burden, and nothing is out of scope.</p>
      </section>
      <section>
        <h2 class="section-title">How it was tested</h2>
        <p class="govuk-body">
          This statement was prepared on ${dayText(preparedOn)}. Every change is tested by program: each kind of page in
          a real browser at 320 and 1,280 pixels with the axe checker, which finds no fault, the main jobs by keyboard
          alone, and contrast. What a program cannot find was looked at by those who built it.
        </p>
      </section>`,
  )
