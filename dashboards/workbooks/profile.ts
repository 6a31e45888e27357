/**
 * How a workbook is written: `publication` as the guidance for published statistics wants it, without filters, panes,
 * images and formulas; `working` to work with, with filters, frozen headers, charts, and totals that are formulas.
 */
export const profiles = ['publication', 'working'] as const

export type Profile = (typeof profiles)[number]
