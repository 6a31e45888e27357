import { describe, expect, it } from 'vitest'
import { proposeTab } from '../../../ingest/mapping/propose-tab.ts'

/** Invented files as hubs keep them: the kind, and each heading with two values and the column it means. */
const files: readonly (readonly [string, readonly (readonly [string, string, string, string | null])[]])[] = [
  [
    'audits',
    [
      ['School No', '100001', '100002', 'URN'],
      ['Name of School', 'Ash Primary', 'Beech High', 'School'],
      ['Date of DQA meeting', '05/03/2024', '06/03/2024', 'Meeting date'],
      ['Hub Adviser', 'AB', 'CD', 'Adviser'],
      ['Curriculum Music level', 'Focusing', 'Developing', 'Curriculum music'],
      ['Co-curricular level', 'Focusing', 'Developing', 'Co-curricular'],
      ['Leadership & Management level', 'Focusing', 'Developing', 'Leadership and Management'],
      ['Community & Partnerships level', 'Focusing', 'Developing', 'Community and partnerships'],
      ['Comments', 'good', 'see file', null],
    ],
  ],
  [
    'audits',
    [
      ['URN', '100001', '100002', 'URN'],
      ['Visit', '05/03/2024', '06/03/2024', 'Meeting date'],
      ['Curric', 'Foc', 'Dev', 'Curriculum music'],
      ['Cocurricular', 'Foc', 'Dev', 'Co-curricular'],
      ['L&M', 'Foc', 'Dev', 'Leadership and Management'],
      ['C&P', 'Foc', 'Dev', 'Community and partnerships'],
    ],
  ],
  [
    'audits',
    [
      ['DfE number', '901/2001', '901/4002', 'LAESTAB'],
      ['Audit Date', '05/03/2024', '06/03/2024', 'Meeting date'],
      ['Audit strand', 'Co-curricular', 'Curriculum music', 'Strand'],
      ['Judgement level', 'Focusing', 'Developing', 'Level'],
      ['Phase', 'Primary', 'Secondary', null],
    ],
  ],
  [
    'audits',
    [
      ['Establishment Name', 'Ash Primary', 'Beech High', 'School'],
      ['Town/Village', 'Ashby', 'Beechton', 'Town'],
      ['Review date', '2024-03-05', '2024-03-06', 'Meeting date'],
      ['Area of provision', 'Curriculum', 'Leadership', 'Strand'],
      ['Rating', 'Est', 'Enh', 'Level'],
      ['Completed by', 'AB', 'CD', 'Adviser'],
    ],
  ],
  [
    'awards',
    [
      ['Establishment', 'Ash Primary', 'Beech High', 'School'],
      ['Meeting held', '05/03/2024', '06/03/2024', 'Meeting date'],
      ['DQA Award', 'Bronze', 'Working towards', 'Award'],
      ['Date awarded', '05/04/2024', '06/04/2024', 'Award date'],
      ['Nominated for Music Mark?', 'Yes', 'No', 'Music Mark nominated'],
      ['Certificate sent', 'Yes', 'No', null],
    ],
  ],
  [
    'awards',
    [
      ['URN number', '100001', '100002', 'URN'],
      ['Date of Audit', '05/03/2024', '06/03/2024', 'Meeting date'],
      ['Award Level', 'B', 'S', 'Award'],
      ['Award given on', '05/04/2024', '06/04/2024', 'Award date'],
      ['Follow up', '05/05/2024', '', 'Follow-up visit'],
    ],
  ],
  [
    'priorities',
    [
      ['School URN', '100001', '100002', 'URN'],
      ['Meeting', '05/03/2024', '06/03/2024', 'Meeting date'],
      ['Priority No.', '1', '2', 'Priority'],
      ['What do you want to change or develop?', 'sing', 'play', 'What'],
      ['Why do you want to change it?', 'none', 'few', 'Why'],
      ['How will you get there?', 'train', 'buy', 'How'],
      ['What will you need?', 'time', 'drums', 'Needs'],
      ['Hub support', 'visit', 'loan', 'Support offered'],
    ],
  ],
  [
    'reflections',
    [
      ['URN', '100001', '100002', 'URN'],
      ['Date of original meeting', '05/03/2023', '06/03/2022', 'Meeting date'],
      ['Reflection month', '12', '24', 'Month'],
      ['Date sent', '05/03/2024', '06/03/2024', 'Sent on'],
      ['Date received', '05/04/2024', '', 'Returned on'],
      ['Target no', '1', '2', 'Priority'],
      ['How far achieved', 'Started', 'Fully achieved', 'Achieved'],
      ['School comment', 'fine', '', 'Comment'],
    ],
  ],
  [
    'characteristics',
    [
      ['URN', '100001', '100002', 'URN'],
      ['School Year', '2023/24', '2023/24', 'Academic year'],
      ['Number on roll', '210', '800', 'Pupils'],
      ['% FSM', '12', '30', 'FSM percent'],
      ['% SEND', '10', '12', 'SEND percent'],
      ['IMD decile', '3', '9', 'Deprivation decile'],
    ],
  ],
  [
    'data-forms',
    [
      ['School', 'Ash Primary', 'Beech High', 'School'],
      ['Year', '2023/24', '2023/24', 'Academic year'],
      ['Data item', 'ensembles', 'choirs', 'Figure'],
      ['Number', '3', '2', 'Value'],
      ['Estimate?', 'Yes', 'No', 'Estimated'],
    ],
  ],
  [
    'goals',
    [
      ['Goal ref', 'G1', 'G2', 'Goal'],
      ['Goal title', 'Sing', 'Play', 'Title'],
      ['Measured by', 'coverage', 'award-ladder', 'Measure'],
      ['Wanted level', 'Audited', 'Bronze', 'Wanted'],
      ['Target %', '80', '70', 'Target percent'],
      ['Year of target', '2027/28', '2027/28', 'Target year'],
    ],
  ],
  [
    'register-links',
    [
      ['URN', '100001', '100002', 'URN'],
      ['Link URN', '100003', '100004', 'LinkURN'],
      ['Type of link', 'Successor', 'Predecessor', 'LinkType'],
      ['Link Established', '2020-09-01', '', 'LinkEstablishedDate'],
    ],
  ],
  [
    'criteria',
    [
      ['URN', '100001', '100002', 'URN'],
      ['Date of meeting', '05/03/2024', '06/03/2024', 'Meeting date'],
      ['Strand', 'Co-curricular', 'Curriculum music', 'Strand'],
      ['Theme name', 'Singing', 'Tuition', 'Theme'],
      ['Level', 'Focusing', 'Developing', 'Level'],
      ['Criterion no', '1', '2', 'Number'],
      ['Met?', 'Met', 'Not met', 'Judgement'],
    ],
  ],
]

const proposals = files.map(([kind, columns]) => {
  const grid = {
    sheet: null,
    rows: [0, 1, 2].map((index) => ({ row: index + 1, cells: columns.map((column) => column[index] ?? '') })),
    notes: [],
    problems: [],
    remarks: [],
    faults: [],
  }
  return { kind, columns, best: proposeTab(grid, {}).kinds[0] }
})

const judged = proposals.flatMap(({ columns, best }) =>
  columns.map(([heading, , , wanted], place) => {
    const { means = null, confidence = null } = best?.columns[place] ?? {}
    return { heading, wanted, means, confidence, isRight: means === wanted }
  }),
)

describe('what is proposed for the headings of invented hubs', () => {
  it('is the right kind of sheet', () => {
    expect(proposals.map(({ best }) => best?.kind)).toEqual(files.map(([kind]) => kind))
  })

  it('is never wrong where it is sure, and right for at least 19 of 20 columns where it is likely', () => {
    expect(judged.filter(({ confidence, isRight }) => confidence === 'sure' && !isRight)).toEqual([])
    const likely = judged.filter(({ confidence }) => confidence === 'likely')
    const wrong = likely.filter(({ isRight }) => !isRight)
    expect(likely.length).toBeGreaterThan(30)
    expect(wrong.slice(Math.floor(likely.length / 20))).toEqual([])
  })

  it('is right for at least 19 of 20 columns of all', () => {
    const wrong = judged.filter(({ isRight }) => !isRight)
    expect(wrong.slice(Math.floor(judged.length / 20))).toEqual([])
  })
})
