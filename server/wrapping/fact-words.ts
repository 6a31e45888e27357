import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { dayText } from '../../dashboards/parts/day.ts'
import type { FactTable } from '../../migrations/tables.ts'
import type { SourceRow } from '../queries/source-rows.ts'

type Says = SourceRow['says']

const day = (says: Says): string => dayText(String(says['heldOn']))
const year = (says: Says): string => academicYearText(Number(says['academicYear']))

/** What is known of a school in a year, of what schools are chosen by. */
function characteristics({ pupils, deprivationDecile, ruralUrban }: Says): string {
  const known = [
    pupils == null ? null : `${pupils} pupils`,
    deprivationDecile == null ? null : `deprivation decile ${deprivationDecile}`,
    ruralUrban ?? null,
  ].filter((part) => part !== null)
  return known.length === 0 ? '' : `: ${known.join(', ')}`
}

/** Each kind of fact in words. */
const words: Readonly<Record<FactTable, (says: Says) => string>> = {
  registerSchool: ({ urn }) => `Register: URN ${urn}`,
  registerLink: ({ urn, linkUrn, linkType }) => `Register: ${urn} to ${linkUrn}, ${linkType}`,
  criterion: ({ framework }) => `Framework: ${framework}`,
  audit: (says) => `Audit of ${day(says)}`,
  rating: (says) => `${says['strand']}: ${says['level']}, audit of ${day(says)}`,
  award: (says) => `${says['award']}, awarded ${dayText(String(says['awardOn']))}`,
  priority: (says) => `Priority ${says['priority']} of ${day(says)}`,
  reflection: (says) => `Reflection at month ${says['month']} on ${day(says)}`,
  reflectionPriority: (says) => {
    const about = says['priority'] === 0 ? 'the sheet' : `priority ${says['priority']}`
    return `${says['achieved'] ?? 'No answer'} on ${about} at month ${says['month']}, audit of ${day(says)}`
  },
  goal: ({ goal }) => `Goal ${goal}`,
  criterionRating: (says) =>
    `${says['judgement']}: ${says['strand']}, ${says['theme']}, ${says['level']} ${says['number']}, audit of ${day(says)}`,
  schoolYear: (says) => `Characteristics of ${year(says)}${characteristics(says)}`,
  schoolFsm: (says) =>
    `Free school meals (${says['basis']}) of ${year(says)}${says['percent'] === null ? '' : `: ${says['percent']} percent`}`,
  dataFormFigure: (says) => `Data form of ${year(says)}`,
  boundary: ({ district }) => `Boundary of ${district}`,
}

/** A fact in words, without any free text: `Co-curricular: Developing, audit of 5 March 2024`. */
export const factWords = ({ table, says }: Pick<SourceRow, 'table' | 'says'>): string => words[table](says)
