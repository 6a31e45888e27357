import type { Prepared } from './prepared/table.ts'

/** Tables that are asked about places of the hub. */
const asked = new Set(['speaker', 'audit', 'award', 'trait'])

/** Indexes by council and by district that hold all that is asked of a table. */
export const placeIndexes = (tables: readonly Prepared[]) =>
  tables
    .filter(({ name }) => asked.has(name))
    .flatMap(({ name, order, columns }) =>
      ['la', 'district'].map((place) => {
        const lead = [place, 'phase', ...order]
        const rest = columns.map((column) => column.name).filter((column) => !lead.includes(column))
        return { table: name, columns: [...lead, ...rest] }
      }),
    )
