import { stringify } from 'csv-stringify/sync'
import type { Boundary } from '../../analytics/framework/outline.ts'
import { cellsOf, districtMapChart, headingsOf } from '../../dashboards/charts/district-map.ts'
import { chartOf } from '../../dashboards/charts/index.ts'
import { thanksFor } from '../../dashboards/charts/map/thanks.ts'
import { standAlone } from '../../dashboards/charts/stand-alone.ts'
import { frozenTitle, type FrozenFigure } from '../../dashboards/pages/frozen-figures.ts'
import type { Frame } from '../../dashboards/parts/frame.ts'
import { csvOf } from './csv.ts'
import { profilesCsv, profilesSvg } from './profiles.ts'

/** The numbers of a frozen figure, as its page had them to keep. */
export const frozenCsv = (figure: FrozenFigure): string =>
  'shares' in figure
    ? stringify([headingsOf(figure), ...figure.shares.map(cellsOf)])
    : 'profiles' in figure
      ? profilesCsv(figure.kind, figure.profiles)
      : csvOf(figure)

/** The picture of a frozen figure, as a file of its own; null where there is nothing to draw. */
export function frozenSvg(
  figure: FrozenFigure,
  frame: Pick<Frame, 'hub' | 'choices'>,
  boundaries: readonly Boundary[],
): string | null {
  if ('shares' in figure) {
    const answer = { ...figure.answer, title: frozenTitle(figure) }
    return standAlone(districtMapChart({ ...figure, boundaries }), answer, frame, thanksFor(boundaries))
  }
  return 'profiles' in figure
    ? profilesSvg(figure.kind, figure.profiles, figure.where, frame)
    : standAlone(chartOf(figure), figure, frame)
}
