import { Type, type Static } from 'typebox'

/** Phases of education as Crescendo groups them, youngest first; Special is special and alternative provision. */
export const phases = ['Nursery', 'Primary', 'Secondary', '16 plus', 'All-through', 'Special'] as const

export const PhaseSchema = Type.Enum(phases)
export type Phase = Static<typeof PhaseSchema>

/** The register's phase codes with their names. */
export const registerPhases = [
  { code: 0, name: 'Not applicable', phase: 'Special' },
  { code: 1, name: 'Nursery', phase: 'Nursery' },
  { code: 2, name: 'Primary', phase: 'Primary' },
  { code: 3, name: 'Middle deemed primary', phase: 'Primary' },
  { code: 4, name: 'Secondary', phase: 'Secondary' },
  { code: 5, name: 'Middle deemed secondary', phase: 'Secondary' },
  { code: 6, name: '16 plus', phase: '16 plus' },
  { code: 7, name: 'All-through', phase: 'All-through' },
] as const satisfies readonly { code: number; name: string; phase: Phase }[]

/** The phase of a register code, Special for a code the register does not define. */
export const phaseOf = (code: number): Phase => registerPhases[code]?.phase ?? 'Special'
