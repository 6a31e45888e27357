#!/usr/bin/env node
// The program `crescendo`. The machine's own Node may be old: then the one that came with npm runs it.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const main = new URL('main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) >= 24) await import(main.href)
else {
  const node24 = createRequire(import.meta.url).resolve('node/bin/node')
  const { status } = spawnSync(node24, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
