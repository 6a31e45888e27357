import { Type, type Static } from 'typebox'

/** The four levels, lowest first. Ordinal: count and compare them; never average or add them. */
export const levels = ['Focusing', 'Developing', 'Establishing', 'Enhancing'] as const

export const LevelSchema = Type.Enum(levels)
export type Level = Static<typeof LevelSchema>

/** The level as evidence holds it: 1 for Focusing to 4 for Enhancing, 0 for not rated. */
export const levelCode = (level: Level | null): number => (level === null ? 0 : levels.indexOf(level) + 1)
