import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { assets } from '../../../dashboards/client/assets.ts'
import { countyHomePage } from '../../../dashboards/pages/county-home.ts'
import { explorePage } from '../../../dashboards/pages/explore.ts'
import { countyView, frameAt } from '../views.ts'

const exploreView = { frame: frameAt('/explore'), population: 0, rows: [], thanks: '', script: assets.explore }

const fileOf = (address: string): string => join(assets.folder, address.slice(assets.prefix.length))

describe('what the browser gets', () => {
  it('is two files, named by their content', () => {
    for (const address of [assets.stylesheet, assets.script]) {
      expect(address).toMatch(/^\/assets\/\w+-[\w-]{8}\.(css|js)$/)
      expect(existsSync(fileOf(address))).toBe(true)
    }
  })

  it('is little: the script of ordinary pages under 5 KB packed, and that of linked views on no other page', () => {
    const packed = (address: string): number => gzipSync(readFileSync(fileOf(address))).length
    expect(packed(assets.script)).toBeLessThan(5 * 1024)
    expect(readFileSync(fileOf(assets.script), 'utf8')).not.toMatch(/\bimport[({"'`\s]|vega/)
    const [county, explore] = [countyHomePage(countyView()), explorePage(exploreView)].map(String)
    const scriptsIn = (page = '') => [...page.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, address]) => address)
    expect(scriptsIn(county)).toEqual(['/assets/page.js'])
    expect(scriptsIn(explore)).toEqual(['/assets/page.js', assets.explore])
  })

  it('brings neither the font nor the crest of GOV.UK, and fetches nothing from elsewhere', () => {
    const style = readFileSync(fileOf(assets.stylesheet), 'utf8')
    expect(style).toContain('Helvetica Neue')
    expect(style).toContain('@media print')
    expect(style.match(/GDS Transport|@font-face|@import|url\(/)).toBeNull()
  })
})
