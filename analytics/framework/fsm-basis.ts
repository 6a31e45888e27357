import { Type, type Static } from 'typebox'

/**
 * On what basis pupils count as having free school meals: now, at any time in the last six years, or as the pupil
 * premium counts them. Figures on different bases are never compared.
 */
export const fsmBases = ['current', 'ever 6', 'pupil premium'] as const

export const FsmBasisSchema = Type.Enum(fsmBases)
export type FsmBasis = Static<typeof FsmBasisSchema>
