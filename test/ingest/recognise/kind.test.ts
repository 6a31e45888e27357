import { describe, expect, it } from 'vitest'
import { foldHeading } from '../../../ingest/recognise/heading.ts'
import { recogniseKind, sheets } from '../../../ingest/sheets/index.ts'
import type { SheetKind } from '../../../ingest/sheets/sheet.ts'

const kindOf = (headings: string, kind?: SheetKind) => {
  const recognised = recogniseKind(headings.split(','), kind)
  return 'sheet' in recognised
    ? recognised.sheet.kind
    : recognised.problems.map(({ code, column, accepted }) => [code, column, accepted])
}

const wide = 'URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships'

describe('the kind of a file', () => {
  it.each([
    [
      'URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (name)',
      'register',
    ],
    ['URN,LinkURN,LinkType', 'register-links'],
    ['Framework,Strand,Theme,Level,Number,Criterion', 'framework'],
    [wide, 'audits'],
    ['LAESTAB,Meeting date,Strand,Level', 'audits'],
    ['School,Town,Meeting date,Award,Award date', 'awards'],
    ['UKPRN,Meeting date,Priority,What', 'priorities'],
    ['URN,Meeting date,Month,Priority,Achieved', 'reflections'],
    ['Goal,Title,Measure,Wanted,Target percent,Target year', 'goals'],
    ['URN,Meeting date,Strand,Theme,Level,Number,Judgement', 'criteria'],
    ['URN,Meeting date,Framework,Strand,Theme,Level,Number,Criterion,Judgement', 'criteria'],
    ['School,District,Academic year,Pupils,FSM percent', 'characteristics'],
    ['URN,LA,NOR,TSENELSE,TSENELK,PNUMEAL,NUMFSM,NUMFSMEVER,PNUMFSMEVER', 'characteristics'],
    ['URN,EstablishmentName,ltla24_name,imd2025_decile,ruc21', 'characteristics'],
    ['URN,Academic year,Figure,Value', 'data-forms'],
  ])('of the headings %s is %s', (headings, kind) => {
    expect(kindOf(headings)).toBe(kind)
  })

  it('does not hang on case, spaces, hyphens, punctuation or the sign for and', () => {
    expect(foldHeading(' Leadership  &-MANAGEMENT: ')).toBe(foldHeading('leadership and management'))
    expect(
      kindOf('urn,MEETING_DATE,curriculum-music,Co curricular,Leadership & management,Community & Partnerships'),
    ).toBe('audits')
  })

  it('is asked for where several fit', () => {
    expect(kindOf(`${wide},Award,Award date`)).toEqual([
      ['ambiguous-kind', null, 'say which kind of file it is with --kind: audits or awards'],
    ])
    expect(kindOf(`${wide},Award,Award date`, 'awards')).toBe('awards')
  })

  it('is asked for where none fits, and the nearest says what it lacks', () => {
    expect(kindOf('URN,Meeting date,Award')).toEqual([
      [
        'unknown-kind',
        null,
        'use the headings of one of the standard sheets, say which kind of file it is with --kind, or say what its columns mean: see what is proposed with --propose and confirm that with --mapping; to be awards it lacks Award date',
      ],
    ])
  })

  it('where none fits is nearest to what explains most of its headings, not to what asks for least', () => {
    const [[, , said] = []] = kindOf('School,Visit,Curriculum music,Co-curricular,Leadership') as string[][]
    expect(said).toContain('to be audits it lacks Meeting date and Community and partnerships')
  })

  it('that is told and lacks columns is a problem for each of them', () => {
    expect(kindOf('Town,Meeting date,Award', 'awards')).toEqual([
      ['missing-column', 'URN or LAESTAB or UKPRN or School', 'add this column, which awards need'],
      ['missing-column', 'Award date', 'add this column, which awards need'],
    ])
  })

  it('has headings that no two columns of its own share', () => {
    for (const { columns } of sheets) {
      const names = Object.values(columns).flatMap(({ heading, accepts }) => [heading, ...accepts].map(foldHeading))
      expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
    }
  })
})
