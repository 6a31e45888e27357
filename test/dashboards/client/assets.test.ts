import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assets } from '../../../dashboards/client/assets.ts'

const fileOf = (address: string): string => join(assets.folder, address.slice(assets.prefix.length))

describe('what the browser gets', () => {
  it('is two files, named by their content', () => {
    for (const address of [assets.stylesheet, assets.script]) {
      expect(address).toMatch(/^\/assets\/\w+-[\w-]{8}\.(css|js)$/)
      expect(existsSync(fileOf(address))).toBe(true)
    }
  })

  it('brings neither the font nor the crest of GOV.UK, and fetches nothing from elsewhere', () => {
    const style = readFileSync(fileOf(assets.stylesheet), 'utf8')
    expect(style).toContain('Helvetica Neue')
    expect(style).toContain('@media print')
    expect(style.match(/GDS Transport|@font-face|@import|url\(/)).toBeNull()
  })
})
