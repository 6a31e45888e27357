import { Type } from 'typebox'

/** What every view can be asked by; blank means not asked. The query string is the whole state of a view. */
export const AskedQuery = Type.Object({
  asOf: Type.Optional(Type.String({ description: 'The day it speaks for, such as 2026-08-31; today if blank.' })),
  during: Type.Optional(
    Type.String({ description: 'One academic year, such as 202526, for the measures that take it.' }),
  ),
  council: Type.Optional(Type.String({ description: 'LA code.' })),
  district: Type.Optional(Type.String()),
  phase: Type.Optional(Type.String()),
  size: Type.Optional(Type.String({ description: 'A band of pupils, such as 101 to 210.' })),
  fsm: Type.Optional(Type.String({ description: 'A band of free school meals, such as Under 10%.' })),
  rural: Type.Optional(Type.String({ description: 'Rural or Urban.' })),
  deprivation: Type.Optional(Type.String({ description: 'A fifth, such as Most deprived fifth.' })),
  framework: Type.Optional(Type.String({ description: 'The framework of the latest audit.' })),
  adviser: Type.Optional(Type.String({ description: 'The adviser of the latest audit.' })),
  strand: Type.Optional(Type.String()),
  award: Type.Optional(Type.String()),
  school: Type.Optional(Type.String({ description: 'A URN, for the measures that take a school.' })),
})
