#!/usr/bin/env node
// The program `crescendo`. The machine's own Node may be old: then the one that came with npm runs it.
import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const main = new URL('main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // What was read once starts in half the time from then on.
  module.enableCompileCache()
  await import(main.href)
} else {
  const node24 = createRequire(import.meta.url).resolve('node/bin/node')
  const child = spawn(node24, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal's interrupt reaches the child by itself.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('close', (code) => (process.exitCode = code ?? 1))
}
