import type { Problem } from '../problem.ts'
import type { SheetRow } from './sheet.ts'

/** A row that has more problems than its sheet found: it states nothing, and each column has its first problem only. */
export function refusing(answer: SheetRow, problems: readonly Problem[]): SheetRow {
  if (problems.length === 0) return answer
  const told = new Set(problems.map(({ column }) => column))
  return { ...answer, facts: [], problems: [...problems, ...answer.problems.filter(({ column }) => !told.has(column))] }
}
