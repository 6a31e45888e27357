import { Table } from 'apache-arrow'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, wordsOf } from '../../../analytics/evidence/columns.ts'
import { words } from '../../../analytics/evidence/gathering-columns.ts'
import { runs } from '../../runs.ts'

const readBack = (texts: readonly (string | null)[]): readonly string[] => {
  const column = words((text: string | null) => text)
  for (const text of texts) column.add(text)
  const table = new Table({ word: column.laid(Uint32Array.from(texts.keys())) })
  return [...codesOf(table, 'word')].map((code) => wordsOf(table, 'word')[code]!)
}

describe('a column of words', () => {
  it('gives back every text of whatever script, half characters mended', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(readBack(texts)).toEqual(texts.map((text) => text.toWellFormed()))
      }),
      { numRuns: runs(200) },
    )
    expect(readBack(['é', '東京', '𝄞', '\uD834', null, 'é'])).toEqual(['é', '東京', '𝄞', '\uFFFD', '', 'é'])
  })
})
