import { readFile, stat } from 'node:fs/promises'
import { Mistake } from '../../mistake.ts'
import { parseProviders, type Provider } from './settings.ts'

/**
 * The providers of the file that `CRESCENDO_PROVIDERS` names; none where it names none. A file that everybody on the
 * machine may read is refused: it may hold secrets.
 */
export async function readProviders(env: NodeJS.ProcessEnv): Promise<readonly Provider[]> {
  const file = env['CRESCENDO_PROVIDERS']
  if (file === undefined || file === '') return []
  const { mode } = await stat(file).catch(() => {
    throw new Mistake(`CRESCENDO_PROVIDERS: there is no file ${file}`)
  })
  if ((mode & 0o007) !== 0) throw new Mistake(`${file} can be read by everybody on this machine: chmod 600 ${file}`)
  return parseProviders(await readFile(file, 'utf8'), env)
}
