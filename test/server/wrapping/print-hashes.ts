import { createHash } from 'node:crypto'

// Run on its own, so that its time zone, its language and its day can be chosen.
const [days = '0'] = process.argv.slice(2)
const RealDate = Date
const shift = Number(days) * 86_400_000
globalThis.Date = new Proxy(RealDate, {
  construct: (real, told) => Reflect.construct(real, told.length === 0 ? [real.now() + shift] : told),
  get: (real, key) => (key === 'now' ? () => real.now() + shift : Reflect.get(real, key)),
})

const { formats, workbookFile } = await import('../../../dashboards/workbooks/formats/index.ts')
const { everyWorkbook } = await import('./every-workbook.ts')

const hashes: Record<string, string> = {}
for (const { name, profile, spec } of await everyWorkbook(['a hub of sixty schools']))
  for (const format of formats) {
    const { bytes } = await workbookFile(spec, { format, profile })
    hashes[`${name} ${profile} ${format}`] = createHash('sha256').update(bytes).digest('hex')
  }
console.log(JSON.stringify({ day: new Date().toISOString().slice(0, 10), hashes }))
