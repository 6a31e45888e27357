import { factKey } from './fact.ts'
import type { Known } from './known.ts'
import type { Meeting } from './meeting.ts'

/** The framework of an audit, where it is loaded: the one it names, else the one in use on its day. */
export function frameworkOf({ urn, heldOn }: Meeting, { current, criteria }: Known): string | null {
  const audit = current.audit.get(factKey('audit', { urn, heldOn }))
  const school = current.registerSchool.get(factKey('registerSchool', { urn }))
  const framework = audit?.framework ?? criteria.frameworkAt(heldOn, school?.phase)
  return framework !== null && criteria.has(framework) ? framework : null
}
