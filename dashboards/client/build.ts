import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { bundle } from './assets.ts'

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const sources = globSync(['*.ts', '*.scss', '../../package-lock.json'], { cwd: import.meta.dirname })
const newest = Math.max(...sources.map((source) => changedAt(join(import.meta.dirname, source))))

if (changedAt(join(bundle, 'manifest.json')) < newest) {
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts') })
  console.log('Built the style sheet and script of the pages.')
}
