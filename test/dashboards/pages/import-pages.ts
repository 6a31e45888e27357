import {
  importFilePage,
  type Findings,
  type ImportState,
  type ImportView,
} from '../../../dashboards/pages/import-file.ts'
import { importsPage } from '../../../dashboards/pages/import.ts'
import { mappingsPage } from '../../../dashboards/pages/mappings.ts'
import { receiptPage } from '../../../dashboards/pages/receipt.ts'
import { receiptsPage } from '../../../dashboards/pages/receipts.ts'
import { undoPage } from '../../../dashboards/pages/undo.ts'
import { frameAt, naughty } from '../views.ts'

const createdAt = '2026-07-01T13:05:00Z'
const file = { id: 'abc', name: naughty, size: 1234, state: 'ready', kind: 'audits', createdAt } as const

/** What was found in a file of which every text is naughty, and which has everything that a file can have. */
const findings: Findings = {
  kind: 'audits',
  new: 1,
  changed: 2,
  same: 3,
  ignored: 1,
  problems: [
    { sheet: naughty, row: 2, column: naughty, code: 'conflict', found: naughty, accepted: naughty },
    { sheet: null, row: null, column: null, code: 'unknown-meeting', found: '', accepted: naughty },
  ],
  problemCount: 1234,
  doubtful: [
    {
      sheet: naughty,
      rows: [2, 3, 4, 5, 6, 7],
      elsewhere: [{ sheet: naughty, rows: [8] }],
      name: naughty,
      place: naughty,
      candidates: [
        { urn: 100001, name: naughty, why: naughty, town: naughty, openOn: '2020-09-01', closeOn: '2022-08-31' },
      ],
    },
  ],
  corrections: [
    { sheet: naughty, row: 2, school: naughty, column: naughty, from: naughty, to: null, said: naughty },
    { sheet: naughty, row: 4, school: naughty, column: naughty, from: naughty, to: naughty, said: 'other' },
    { sheet: null, row: 3, school: null, column: null, from: 1, to: '2024-03-05' },
  ],
  schools: [{ urn: 100001, name: naughty, new: 1, changed: 1, same: 0, conflicting: 1 }],
  notes: [naughty],
  guess: {
    tab: naughty,
    kind: 'audits',
    layout: null,
    columns: [
      {
        number: 1,
        heading: naughty,
        samples: [naughty],
        means: naughty,
        ticked: null,
        confidence: 'guess',
        why: naughty,
      },
      { number: 2, heading: '', samples: [], means: null, ticked: null, confidence: null, why: '' },
    ],
    missing: [naughty],
    words: [{ found: naughty, means: null, choices: [naughty] }],
    choices: [{ heading: naughty, isNeeded: true, ticks: [naughty] }],
    mapping: {},
  },
}

const view = (state: ImportState, rest: Partial<ImportView> = {}): ImportView => ({
  frame: frameAt('/import/abc'),
  token: 'token',
  file: { ...file, state },
  version: 7,
  findings,
  said: naughty,
  progress: null,
  errors: state === 'asking' ? [{ at: 'columns', text: naughty }] : [],
  others: [file],
  ...rest,
})

const states: readonly ImportState[] = [
  'checking',
  'asking',
  'doubtful',
  'problems',
  'ready',
  'known',
  'stopped',
  'left out',
]

const receipt = {
  id: 7,
  fileName: naughty,
  kind: 'audits',
  loadedAt: createdAt,
  newCount: 1,
  changedCount: 2,
  sameCount: 3,
  rowCount: 6,
  undoes: null,
  undoneBy: null,
  fileHash: 'a'.repeat(64),
  loadedBy: naughty,
  dataVersion: 7,
  notes: [naughty],
}

const undoing = { frame: frameAt('/receipts/7/undo'), token: 'token', receipt, takenOut: 1, givenBack: 2 }

/** The pages about files, each with all that it can show. */
export const importPages = {
  ...Object.fromEntries(states.map((state) => [`a file: ${state}`, importFilePage(view(state))])),
  'a file being loaded': importFilePage(view('loading', { progress: { done: 1, of: 2, before: 0 } })),
  'a file that is like no sheet': importFilePage(view('asking', { findings: null, errors: [] })),
  'files to load': importsPage({
    frame: frameAt('/import'),
    token: 'token',
    open: states.map((state) => ({ ...file, state })),
    receipts: [receipt, { ...receipt, id: 8, undoes: 7, undoneBy: 9 }],
    errors: [],
    limits: { workbook: 20, csv: 64, files: 20, days: 14 },
  }),
  receipts: receiptsPage({ frame: frameAt('/receipts'), receipts: [receipt] }),
  'no receipts': receiptsPage({ frame: frameAt('/receipts'), receipts: [] }),
  receipt: receiptPage({ frame: frameAt('/receipts/7'), receipt }),
  'receipt of an undo': receiptPage({ frame: frameAt('/receipts/8'), receipt: { ...receipt, undoes: 6, undoneBy: 9 } }),
  'whether to undo': undoPage({ ...undoing, refusal: null, undoFirst: [] }),
  'what to undo first': undoPage({
    ...undoing,
    refusal: naughty,
    undoFirst: [{ receiptId: 8, file: naughty, why: naughty }],
  }),
  mappings: mappingsPage({
    frame: frameAt('/mappings'),
    token: 'token',
    errors: [{ at: 'name-1', text: naughty }],
    mappings: [
      {
        id: 1,
        name: naughty,
        kind: 'audits',
        columns: [{ heading: naughty, means: null }],
        confirmedBy: naughty,
        confirmedAt: createdAt,
        usedCount: 1,
        lastUsedAt: createdAt,
      },
    ],
  }),
} as const
