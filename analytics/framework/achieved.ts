import { Type, type Static } from 'typebox'

/** How far a priority was achieved, as a reflection says it, least first. */
export const achievements = ['Not started', 'Started', 'Mostly achieved', 'Fully achieved'] as const

export const AchievedSchema = Type.Enum(achievements)
export type Achieved = Static<typeof AchievedSchema>

/** The months after its meeting at which an audit's reflections fall due. */
export const reflectionMonths = [12, 24] as const
