import type { Choice } from '../../ingest/load/settle.ts'

const named = /^school \[(null|"(?:[^"\\]|\\.)*"),(\d+)\]$/

/** The schools chosen in a form, one a row; names for which none was chosen are left out. */
export const choicesOf = (body: Readonly<Record<string, unknown>>): readonly Choice[] =>
  Object.entries(body).flatMap(([field, value]) => {
    const [, sheet, row] = named.exec(field) ?? []
    if (sheet === undefined || typeof value !== 'string' || !/^\d{6}$/.test(value)) return []
    return [{ sheet: JSON.parse(sheet) as string | null, row: Number(row), urn: Number(value) }]
  })
