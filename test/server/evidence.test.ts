import { expect, it } from 'vitest'
import { wordsOf } from '../../analytics/evidence/columns.ts'
import { forget } from '../../server/access/forget.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { findNames } from '../../server/queries/named-in.ts'
import { getHub } from '../../server/queries/hub.ts'
import { hubWith, loadFile } from '../ingest/story.ts'

const head =
  'URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships'

it('evidence that was kept in memory, of now and of earlier data versions, holds no name after it was taken out', async () => {
  const store = await hubWith(`${head}\n100001,2024-03-05,Grace Note,Focusing,Developing,Establishing,\n`)
  await loadFile(store, 'more.csv', `${head}\n100002,2024-03-06,Ann Bar,Focusing,Developing,Establishing,\n`)
  const evidenceOf = evidenceKeeper(store)
  const { dataVersion } = await getHub(store, 1)
  const advisers = async (at?: number) => wordsOf((await evidenceOf(await getHub(store, 1), at)).audits, 'adviser')
  expect(await advisers(dataVersion - 1)).toContain('Grace Note')
  expect(await advisers()).toContain('Grace Note')
  const before = await evidenceOf(await getHub(store, 1), dataVersion - 1)
  expect(await evidenceOf(await getHub(store, 1), dataVersion - 1)).toBe(before)
  const names = ['Grace Note']
  const codes = (await findNames(store, 1, names)).map(({ code }) => code)
  await forget(store, { hubId: 1, words: { names, codes } }, 'steward')
  expect(await advisers(dataVersion - 1)).not.toContain('Grace Note')
  expect(await advisers(dataVersion)).toEqual(expect.arrayContaining(['Ann Bar']))
  expect(await advisers()).not.toContain('Grace Note')
  await store.destroy()
})
