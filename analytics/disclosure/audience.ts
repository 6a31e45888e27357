import { Type, type Static } from 'typebox'

/** Who will read a figure. */
export const audiences = ['hub', 'council', 'school'] as const

export const AudienceSchema = Type.Enum(audiences)
export type Audience = Static<typeof AudienceSchema>
