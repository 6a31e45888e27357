import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** What is said to each of those who came from a provider and are not let in: why, and what they can do. */
const words = {
  'not begun':
    'That sign-in was begun too long ago, in another browser, or was used already. Begin again from the page to sign in.',
  'other provider':
    'The answer came by another way than the one the sign-in was begun by. Begin again from the page to sign in.',
  declined: 'The sign-in was stopped before it was finished. Begin again if you want to.',
  'not trusted':
    'The answer that came back could not be trusted. Begin again; if it happens again, tell the hub’s data steward.',
  'not answering': 'It does not answer now. Try again in a few minutes, or sign in another way.',
  'not proved':
    'It did not ask you for as much as this hub wants, such as a second factor. Set that up there, and begin again.',
  'no role':
    'It knows you, but gives you no part in Crescendo for the organisation you chose. Ask whoever approves people of your organisation there.',
  'several roles':
    'It gives you several parts in Crescendo, which has one a person. Ask whoever looks after people there to leave one.',
  'roles not told': 'It could not say what you may see. Try again in a few minutes.',
  'unknown organisation':
    'The organisation you signed in for is not of a hub here: a school, a trust or a council of its area. If you belong to several, choose another.',
  'several organisations': 'It named several organisations. Begin again, and choose one of them there.',
  'several hubs': 'Your organisation has to do with several hubs here. Ask the hub’s data steward for an invitation.',
  disabled: 'You may not sign in here any more. Ask the hub’s data steward if that is a mistake.',
} as const

/** What is shown to whoever came from a provider and is not let in. */
export interface SignInRefusedView {
  readonly frame: Frame
  /** What people call the provider. */
  readonly provider: string
  readonly why: keyof typeof words
}

/** A page that says why somebody was not let in, and what they can do. */
export const signInRefusedPage = ({ frame, provider, why }: SignInRefusedView): Html =>
  framed(
    frame,
    'You are not signed in',
    html`<h1 class="govuk-heading-l">You are not signed in</h1>
      <p class="govuk-body">You came by ${provider}. ${words[why]}</p>
      <p class="govuk-body"><a class="govuk-link" href="/sign-in">Go to the page to sign in</a></p>`,
  )
