import { readFile } from 'node:fs/promises'
import type { Mapping } from '../../ingest/mapping/mapping.ts'
import { parseMappings } from '../../ingest/mapping/read-mapping.ts'
import { Mistake } from '../mistake.ts'

/** The mappings of the files that `--mapping` names. */
export async function mappingsOf(files: readonly string[]): Promise<readonly Mapping[]> {
  const read = await Promise.all(files.map(readMappingFile))
  return read.flat()
}

async function readMappingFile(file: string): Promise<readonly Mapping[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Mistake(`the mapping cannot be read: ${file}`)
  })
  const answer = parseMappings(text)
  if ('wrong' in answer) throw new Mistake([`${file} is no mapping that can be used:`, ...answer.wrong].join('\n  '))
  return answer.mappings
}
