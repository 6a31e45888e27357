import { chartOf } from '../../dashboards/charts/index.ts'
import { standAlone } from '../../dashboards/charts/stand-alone.ts'
import type { FrozenFigure } from '../../dashboards/pages/frozen-figures.ts'
import type { Frame } from '../../dashboards/parts/frame.ts'
import { csvOf } from './csv.ts'
import { profilesCsv, profilesSvg } from './profiles.ts'

/** The numbers of a frozen figure, as its page had them to keep. */
export const frozenCsv = (figure: FrozenFigure): string =>
  'profiles' in figure ? profilesCsv(figure.kind, figure.profiles) : csvOf(figure)

/** The picture of a frozen figure, as a file of its own; null where there is nothing to draw. */
export const frozenSvg = (figure: FrozenFigure, frame: Pick<Frame, 'hub' | 'choices'>): string | null =>
  'profiles' in figure
    ? profilesSvg(figure.kind, figure.profiles, figure.where, frame)
    : standAlone(chartOf(figure), figure, frame)
