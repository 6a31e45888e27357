import ExcelJS from 'exceljs'
import { afterAll, expect, it } from 'vitest'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import { readBook } from '../../dashboards/workbooks/lint/book.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { returnsOf } from '../../server/returns/returns-of.ts'
import { hubWith } from '../ingest/story.ts'
import { ask, multipart, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2025-03-05,Jo,Focusing,Developing,Establishing,
`
const store = await hubWith(audits)
const app = await appOf(store, '2026-01-10')
afterAll(async () => {
  await app.close()
  await store.destroy()
})
const { id, cookie } = await signedIn(store, { role: 'hub leader' })
const sources = { store, evidenceOf: evidenceKeeper(store), today: () => '2026-01-10' }
const returns = returnsOf(sources, { id, hubId: 1, role: 'hub leader' })

/** The recipient's own workbook, of some worksheets. */
async function workbook(...tabs: readonly string[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const tab of tabs) book.addWorksheet(tab).getCell('A1').value = 'Schools worked with'
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function send(draft: number, ...files: readonly (readonly [string, Uint8Array])[]) {
  const { body } = await ask(app, `/returns/${draft}`, { headers: { cookie } })
  const { payload, type } = await multipart(files, { token: tokenIn(body) })
  return ask(app, `/returns/${draft}/template`, { method: 'POST', payload, headers: { cookie, 'content-type': type } })
}

it('the recipient’s workbook is sent on the page of a draft, said plainly what is wrong with it, and filled in once frozen', async () => {
  const draft = await returns.draft('arts-council', 2024)
  expect((await send(draft, ['schools.xlsx', await workbook('Schools')])).body).toContain(
    'The profile arts-council names no cells to fill in',
  )

  const [shipped] = await returns.profiles()
  const indicators = shipped!.indicators.map((indicator) =>
    indicator.id === 'KPI5' ? { ...indicator, cells: { number: { sheet: 'Schools', cell: 'B1' } } } : indicator,
  )
  const profile: ReturnProfile = { ...shipped!, indicators }
  await returns.addProfile(JSON.stringify(profile))
  await returns.refresh(draft)
  expect((await send(draft)).body).toContain('Select the recipient’s workbook')
  expect((await send(draft, ['note.xlsx', new TextEncoder().encode('no workbook')])).body).toContain(
    'note.xlsx: the template is no Excel workbook (.xlsx)',
  )
  const other = await send(draft, ['other.xlsx', await workbook('Pupils')])
  expect([other.status, other.body.includes('other.xlsx: there is no worksheet “Schools”')]).toEqual([400, true])

  expect(await send(draft, ['schools.xlsx', await workbook('Schools')])).toMatchObject({
    status: 303,
    to: `/returns/${draft}`,
  })
  expect((await ask(app, `/returns/${draft}`, { headers: { cookie } })).body).toContain('schools.xlsx')
  for (const narrative of ['N1', 'N2', 'N3']) await returns.write(draft, narrative, 'There is much to say.')
  await returns.approve(draft)
  expect((await send(draft, ['schools.xlsx', await workbook('Schools')])).body).toContain('open it again first')
  await returns.freeze(draft)
  const filled = (await returns.see(draft)).files.find(({ name }) => name.endsWith('-schools.xlsx'))
  const { sheets } = readBook(await returns.file(draft, filled?.name ?? ''))
  expect(['A1', 'B1'].map((at) => sheets[0]?.cells.get(at)?.text)).toEqual(['Schools worked with', '1'])
  expect((await returns.reproduce(draft)).every(({ isSame }) => isSame)).toBe(true)
})
