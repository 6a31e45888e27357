import { wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'

/** Words that many schools have in their names: of a name without them at least two words must be left. */
const ofAnySchool = new Set(
  'school academy primary secondary infant infants junior high college nursery special community church england catholic roman voluntary aided controlled c of e ce rc cofe the and'.split(
    ' ',
  ),
)

const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** How a school may be named: in full, and without the words that any school may have, where two are left. */
function formsOf(name: string): readonly string[] {
  const words = plainWords(name)
  const own = words.filter((word) => !ofAnySchool.has(word))
  return [words, ...(own.length > 1 ? [own] : [])]
    .filter(({ length }) => length > 1)
    .map((form) => ` ${form.join(' ')} `)
}

const formsByName = (evidence: Evidence) =>
  kept(evidence, 'forms of names', () =>
    wordsOf(evidence.urns, 'name').flatMap((name) => (name === '' ? [] : [{ name, forms: formsOf(name) }])),
  )

/** The schools of the hub's register that a text seems to name, as the register names them, in its order. */
export function schoolsNamed(evidence: Evidence, text: string): readonly string[] {
  const said = ` ${plainWords(text).join(' ')} `
  return formsByName(evidence).flatMap(({ name, forms }) => (forms.some((form) => said.includes(form)) ? [name] : []))
}
