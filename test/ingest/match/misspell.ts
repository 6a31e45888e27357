import type { Dice } from '../../../fixtures/dice.ts'
import { pick, shuffled, wholeBetween } from '../../../fixtures/draw.ts'

/** One way in which people write a name otherwise; the same text where it does not apply. */
type Slip = (dice: Dice, name: string) => string

/** A place within the letters of a longer word, not its first. */
function letterAt(dice: Dice, name: string): number {
  const places = Array.from(name.matchAll(/\p{L}{4,}/gu), ({ index, 0: word }) =>
    wholeBetween(dice, index + 1, index + word.length - 2),
  )
  return places.length === 0 ? 0 : pick(dice, places)
}

const dropped: Slip = (dice, name) => {
  const at = letterAt(dice, name)
  return name.slice(0, at) + name.slice(at + 1)
}

const doubled: Slip = (dice, name) => {
  const at = letterAt(dice, name)
  return name.slice(0, at) + name.slice(at, at + 1) + name.slice(at)
}

const swapped: Slip = (dice, name) => {
  const at = letterAt(dice, name)
  return name.slice(0, at) + name.slice(at + 1, at + 2) + name.slice(at, at + 1) + name.slice(at + 2)
}

const shortForms: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bSchool\b/, ['Sch', 'Sch.', 'School']],
  [/\bPrimary\b/, ['Prim', 'Prim.']],
  [/\bCommunity\b/, ['Comm', 'Comm.']],
  [/\bSt\b\.?/, ['Saint', 'St.']],
  [/\bSaint\b/, ['St', 'St.']],
  [/\b(?:CofE|C of E|Church of England|CE)\b/, ['CE', 'C.E.', 'CofE', 'C of E', 'Church of England']],
  [/\bRoman Catholic\b/, ['RC', 'R.C.']],
  [/ and /, [' & ']],
  [/ & /, [' and ']],
  [/\bAcademy\b/, ['Acad']],
  [/\bVoluntary\b/, ['Vol']],
]

const shortened: Slip = (dice, name) =>
  shortForms.reduce((text, [long, short]) => text.replace(long, pick(dice, short)), name)

const without: Slip = (dice, name) => {
  const word = pick(dice, shuffled(dice, [' Primary', ' School', ' Academy', ' Community', 'The ', ' Primary School']))
  return name.replace(word, '').trim()
}

const plain: Slip = (_dice, name) => name.replaceAll(/['\u2019.,-]/g, '').toLowerCase()

const slips: readonly Slip[] = [dropped, doubled, swapped, shortened, without, plain]

/** A name with one to three slips, none of them twice; never the name as it was. */
export function misspelt(dice: Dice, name: string): string {
  const chosen = shuffled(dice, slips).slice(0, wholeBetween(dice, 1, 3))
  const text = chosen.reduce((text, slip) => slip(dice, text), name)
  return text === name ? misspelt(dice, name) : text
}
