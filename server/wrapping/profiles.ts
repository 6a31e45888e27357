import { stringify } from 'csv-stringify/sync'
import type { Where } from '../../analytics/measures/measure.ts'
import { profilesChart, type Profile } from '../../dashboards/charts/profiles.ts'
import { standAlone } from '../../dashboards/charts/stand-alone.ts'
import { profileColumns, profileHeading, profileKinds, type ProfileKind } from '../../dashboards/pages/profiles.ts'
import type { Frame } from '../../dashboards/parts/frame.ts'
import { figureText } from '../../dashboards/parts/number.ts'

/** The numbers of profiles as CSV, with headings as the page's table has them. */
export function profilesCsv(kind: ProfileKind, profiles: readonly Profile[]): string {
  const columns = profiles[0]?.answer.columns ?? []
  const labels = profileColumns.map((key) => columns.find((column) => column.key === key)?.label ?? key)
  const rows = profiles.flatMap(({ name, answer }) =>
    answer.rows.map((row) => [
      name,
      row.strand,
      ...profileColumns.map((key) => figureText(row[key]).replaceAll(',', '')),
    ]),
  )
  return stringify([[profileHeading[kind], 'Strand', ...labels], ...rows])
}

/** Profiles of the schools asked for, as a picture of their own; null where there are none to draw. */
export function profilesSvg(
  kind: ProfileKind,
  profiles: readonly Profile[],
  where: Where,
  frame: Pick<Frame, 'hub' | 'choices'>,
): string | null {
  const answer = profiles.at(-1)?.answer
  if (answer === undefined) return null
  const about = { ...answer, title: `Strand profile ${profileKinds[kind]}`, where }
  return standAlone(profilesChart(kind, profiles), about, frame)
}
