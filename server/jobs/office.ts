import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { constants, setPriority, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Mistake } from '../mistake.ts'
import type { WriteOds } from '../wrapping/ods.ts'
import { newTurns } from './turns.ts'

/** How long one conversion may take, in milliseconds, and how many may wait for another. */
export interface Bounds {
  readonly patience: number
  readonly waiting: number
}

/** A workbook of a county takes seconds; one of a country a minute. */
const usualBounds: Bounds = { patience: 120_000, waiting: 4 }

/** Where LibreOffice is on this machine; null where it is not. */
export const officePath = (path = process.env['PATH'] ?? ''): string | null =>
  path
    .split(delimiter)
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
    .find(existsSync) ?? null

/**
 * Writes OpenDocument by the LibreOffice at a path: a process of its own that gives way to the server, one at a time, each
 * with settings of its own that are removed afterwards. Null where there is none.
 */
export function odsWriter(office: string | null, { patience, waiting }: Bounds = usualBounds): WriteOds | null {
  if (office === null) return null
  const turns = newTurns()
  let asked = 0
  return async (xlsx) => {
    if (asked > waiting)
      throw new Mistake(`Others wait for OpenDocument files, which are made one at a time. ${instead}`, 503)
    asked += 1
    try {
      return await turns.take(() => converted(office, xlsx, patience))
    } finally {
      asked -= 1
    }
  }
}

const instead = 'Try again in a minute, or take the Excel workbook, which holds the same.'

/** That nothing in a file is run, whatever it holds. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`

async function converted(office: string, xlsx: Uint8Array, patience: number): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'ods-'))
  try {
    const [file, profile] = [join(folder, 'workbook.xlsx'), join(folder, 'profile')]
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings)
    await writeFile(file, xlsx)
    const words = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'ods']
    // It is told nothing of the server: no address of a database, no secret.
    const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' }
    const child = spawn(office, [...words, '--outdir', folder, file], { env, detached: true, stdio: 'ignore' })
    if (!(await ended(child, patience)))
      throw new Mistake(`LibreOffice took too long to make an OpenDocument file of this workbook. ${instead}`, 503)
    return await readFile(join(folder, 'workbook.ods')).catch(() => {
      throw new Mistake(`LibreOffice could not make an OpenDocument file of this workbook. ${instead}`, 503)
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Whether a process ended within so many milliseconds; with all that it started it is made to, where it did not. */
function ended(child: ChildProcess, patience: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const { pid } = child
  const timer = setTimeout(() => {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    resolve(false)
  }, patience)
  const end = (): void => {
    clearTimeout(timer)
    resolve(true)
  }
  child.once('exit', end).once('error', end)
  if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  return promise
}
