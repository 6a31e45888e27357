import { Type, type Static } from 'typebox'

/** How far a school meets a criterion, as an audit judges it, least first. */
export const judgements = ['Not met', 'Partly met', 'Met'] as const

export const JudgementSchema = Type.Enum(judgements)
export type Judgement = Static<typeof JudgementSchema>
