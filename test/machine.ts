import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs that tests run for real, by the names they go by, with the Debian packages that bring them. */
const programs = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium', 'fonts-liberation'],
  },
  libreoffice: { names: ['soffice', 'libreoffice'], packages: ['libreoffice-calc-nogui', 'fonts-liberation'] },
} as const

type Program = keyof typeof programs

function find(program: Program): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return programs[program].names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

/** Where a program of the machine is. */
export function pathOf(program: Program): string {
  const found = find(program)
  if (found === undefined)
    throw new Error(
      `the tests need ${program}: install ${programs[program].packages.join(' and ')} with the system's package manager`,
    )
  return found
}

/** Before all tests: installs what is missing on a Debian machine as root, or says what to install and fails. */
export function setup(): void {
  const missing = (Object.keys(programs) as Program[]).filter((program) => find(program) === undefined)
  if (missing.length === 0) return
  const packages = missing.flatMap((program) => programs[program].packages)
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')} for the tests ...`)
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const words of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    ])
      spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
  }
  for (const program of missing) pathOf(program)
}
