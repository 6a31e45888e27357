import { Type, type Static } from 'typebox'

/** The four awards, lowest first. Recorded by people, never computed. */
export const awards = ['Working towards Bronze', 'Bronze', 'Silver', 'Gold'] as const

export const AwardSchema = Type.Enum(awards)
export type Award = Static<typeof AwardSchema>

/** How long an award is valid, in calendar months from its award date. */
export const awardMonths = 36
