import { expect, it } from 'vitest'
import { noteLines } from '../../ingest/note.ts'
import { problemLine, problemOf } from '../../ingest/problem.ts'

it('a problem as a line says where, what was found and how to mend it', () => {
  const problem = problemOf('level-outside-scale', 'Emerging', { row: 14, column: 'Curriculum music' })
  expect(problemLine('audits.csv', problem)).toBe(
    'audits.csv, row 14, "Curriculum music": found "Emerging"; use Focusing, Developing, Establishing or Enhancing.',
  )
  expect(problemLine('audits.xlsx', { ...problem, sheet: '2024' })).toContain('audits.xlsx, sheet "2024", row 14,')
  expect(problemLine('a.csv', problemOf('missing-column', '', { column: 'Award' }))).toBe(
    'a.csv, "Award": found nothing; add this column.',
  )
  expect(problemLine('a.csv', problemOf('empty-file', ''))).toBe(
    'a.csv: found nothing; send a file with headings in its first row and rows below them.',
  )
})

it('what was found is cut where it is endless', () => {
  expect(problemOf('unreadable-day', 'x'.repeat(5000)).found).toBe(`${'x'.repeat(200)} ...`)
})

it('notes that differ only by row are one sentence, and ten rows are named', () => {
  const note = (row: number | null, text = 'odd', column: string | null = 'Level') => ({ row, column, text })
  expect(noteLines([note(3), note(null, 'All well', null), note(2), note(2)])).toEqual([
    'Rows 2 and 3, "Level": odd.',
    'All well.',
  ])
  expect(noteLines(Array.from({ length: 12 }, (_, index) => note(index + 2, 'left out', null)))).toEqual([
    'Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more: left out.',
  ])
  expect(noteLines(Array.from({ length: 11 }, (_, index) => note(index + 2, 'left out', null)))).toEqual([
    'Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12: left out.',
  ])
  expect(noteLines([])).toEqual([])
})
