import { Type, type Static } from 'typebox'

/** What an adviser judged of one criterion, least first. */
export const judgements = ['Not met', 'Partly met', 'Met'] as const

export const JudgementSchema = Type.Enum(judgements)
export type Judgement = Static<typeof JudgementSchema>
