import type { Role } from '../analytics/framework/role.ts'

/** A page of the sample county: what it is, where it is, and as whom it is looked at, where that is not the hub leader. */
export interface PageLooked {
  readonly name: string
  readonly path: string
  readonly role?: Role
}

/** Every page of figures and schools of the sample county. */
export const everyPage: readonly PageLooked[] = [
  { name: 'county', path: '/' },
  { name: 'pipeline', path: '/pipeline' },
  { name: 'reflections', path: '/reflections' },
  { name: 'priorities', path: '/priorities' },
  { name: 'strands', path: '/strands' },
  { name: 'cohorts', path: '/cohorts' },
  { name: 'goals', path: '/goals' },
  { name: 'awards', path: '/awards' },
  { name: 'equity', path: '/equity' },
  { name: 'districts', path: '/districts' },
  { name: 'districts-hexes', path: '/districts?show=audited&map=hexes' },
  { name: 'school-map', path: '/schools/map' },
  { name: 'provision', path: '/provision' },
  { name: 'advisers', path: '/advisers' },
  { name: 'explore', path: '/explore' },
  { name: 'definitions', path: '/definitions' },
  { name: 'data-quality', path: '/data-quality' },
  { name: 'never-met', path: '/schools?met=never&deprivation=Most+deprived+fifth' },
  { name: 'strand', path: '/strands/curriculum-music' },
  { name: 'schools', path: '/schools' },
  { name: 'school', path: '/schools/900001' },
  { name: 'school-journey', path: '/schools/900279' },
  { name: 'meeting-pack', path: '/schools/900279/meeting-pack' },
  { name: 'comparators', path: '/schools/900001/comparators' },
  { name: 'lineage', path: '/measures/award-ladder/lineage?column=gold' },
  { name: 'measure', path: '/measures/reflection-outcomes' },
  { name: 'council', path: '/council', role: 'council officer' },
]
