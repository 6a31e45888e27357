import { strFromU8, unzipSync } from 'fflate'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The days since 30 December 1899, as spreadsheets count them. */
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569

/** A cell of an OpenDocument spreadsheet: its number or day by its own attribute, else its text. */
function valueIn(attributes: string, inner: string): string | number {
  const told = (name: string): string | undefined => new RegExp(` office:${name}="([^"]*)"`).exec(attributes)?.[1]
  const [number, day] = [told('value'), told('date-value')]
  if (number !== undefined) return Number(number)
  if (day !== undefined) return serial(day)
  const text = inner.replaceAll(/<text:line-break\/>|<\/text:p>\s*<text:p[^>]*>/g, '\n').replaceAll(/<[^>]+>/g, '')
  return text.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

/** The rows of each worksheet of an OpenDocument spreadsheet that have anything in them, by its name. */
export function rowsIn(ods: Uint8Array): ReadonlyMap<string, readonly (readonly (string | number)[])[]> {
  const content = strFromU8(unzipSync(ods)['content.xml'] ?? new Uint8Array())
  return new Map(
    [...content.matchAll(/<table:table table:name="([^"]+)"[^>]*>(.*?)<\/table:table>/gs)].map(
      ([, name = '', sheet = '']) => [
        name,
        [...sheet.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
          [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
            ([, attributes = '', inner = '']) => {
              const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1)
              return times > 100 ? [] : Array.from({ length: times }, () => valueIn(attributes, inner))
            },
          ),
        ),
      ],
    ),
  )
}
