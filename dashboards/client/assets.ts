import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built files are. */
export const bundle = join(import.meta.dirname, 'bundle')

type Manifest = Readonly<Record<string, { readonly file: string } | undefined>>

let manifest: Manifest | undefined

function addressOf(source: string): string {
  manifest ??= JSON.parse(readFileSync(join(bundle, 'manifest.json'), 'utf8')) as Manifest
  const file = manifest[source]?.file
  if (file === undefined) throw new Error(`not in the bundle: ${source}`)
  return `${assets.prefix}${file}`
}

/**
 * The browser's files as last built: the folder to serve, the address to serve it at, and the addresses of the two
 * that every page links to. Their names change with their content, so they may be kept for ever.
 */
export const assets = {
  folder: bundle,
  prefix: '/assets/',
  get stylesheet(): string {
    return addressOf('main.scss')
  },
  get script(): string {
    return addressOf('page.ts')
  },
  /** The script of the page to explore alone. */
  get explore(): string {
    return addressOf('explore.ts')
  },
}
