import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { Boundary } from '../../analytics/framework/outline.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below, beside, type Area, type Layout, type Words } from './drawing.ts'
import { keyOf } from './key.ts'
import { districtShows, type DistrictForm, type DistrictShare, type DistrictShow } from './map/district-share.ts'
import { groundOf, type Polygons } from './map/ground.ts'
import { hexesFor } from './map/hexes.ts'
import { roomIn, type Room } from './map/room.ts'
import { shareStyle, shareStylesIn, type ShareStyle } from './map/share-style.ts'
import { quietInk, widthOf, type Canvas } from './theme.ts'
import { enoughToCompare, tooFewToSay } from './wording.ts'
import { wrapped } from './wrapped.ts'

/** What a map of districts is drawn from. */
export interface DistrictMap {
  /** The measure that the shares are of, of all schools shown. */
  readonly answer: Disclosed<object, object>
  readonly show: DistrictShow
  readonly form: DistrictForm
  readonly shares: readonly DistrictShare[]
  readonly boundaries: readonly Boundary[]
}

/** Each district with its share, as a map or as hexagons of one size. None is ranked: the list is by name. */
export function districtMapChart(map: DistrictMap): Chart {
  const { answer, shares, show } = map
  const description = shares.map((share) => `${nameOf(share)}: ${noteOf(share)}.`).join(' ')
  const about = { ...answer, measure: `district-map-${show}` }
  return chartAs(about, findingOf(map), description || 'There are no districts.', (canvas) =>
    shares.length === 0 ? nothingToShow(canvas) : layOut(canvas, map),
  )
}

const nameOf = ({ district }: DistrictShare): string => (district === 'Unknown' ? 'District not known' : district)

/** What is said of a district: its share, of how many, and where that stands against chance. */
const noteOf = ({ share, count, of, standing }: DistrictShare): string =>
  [
    `${percentText(share)}, ${figureText(count)} of ${countText(of, 'school')}`,
    ...(standing === null ? [] : [standing]),
  ].join(' · ')

const found = {
  establishing: 'of rated schools reach Establishing',
  audited: 'of schools are audited',
  engaged: 'of schools are engaged',
} as const satisfies Record<DistrictShow, string>

function findingOf({ shares, show, answer }: DistrictMap): string {
  const told = shares.flatMap(({ share, of }) => (isMark(share) || isMark(of) || of < enoughToCompare ? [] : [share]))
  if (show === 'establishing' && shares.length > 0 && shares.every(({ share }) => share === 'z'))
    return 'No school has been rated in this strand yet'
  if (told.length === 0)
    return shares.some(({ share }) => share === 'c') ? tooFewToSay(answer) : 'Every district has too few schools to say'
  const [least, most] = [Math.min(...told), Math.max(...told)]
  const range = least === most ? percentText(least) : `${percentText(least)} to ${percentText(most)}`
  return `By district, ${range} ${found[show]}${show === 'establishing' ? beyondChance(shares) : ''}`
}

/** How many districts chance does not explain, so that nobody reads the range alone. */
function beyondChance(shares: readonly DistrictShare[]): string {
  const beyond = shares.filter(({ standing }) => standing === 'above' || standing === 'below').length
  return `, ${beyond === 0 ? 'none' : figureText(beyond)} beyond chance`
}

/** A letter for a district, that nobody takes it for a figure: A to Z, then AA, AB and so on. */
const letterOf = (at: number): string =>
  `${at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`

/** More districts than these have no list beside the map: their table has all of them. */
const mostListed = 40

/** A district as it is drawn: its shape, if it has one, and the letter by which the list names it. */
interface Drawn {
  readonly share: DistrictShare
  readonly style: ShareStyle
  readonly shape: Polygons | null
  readonly letter: string
}

function layOut(canvas: Canvas, map: DistrictMap): Layout {
  const { shares, boundaries, form } = map
  const isWide = canvas.name === 'wide'
  const isListed = shares.length <= mostListed
  const width = isWide && isListed ? 430 : canvas.width
  const shaped = shares.flatMap(({ district }) => boundaries.find((each) => each.district === district) ?? [])
  const ground = groundOf(
    shaped.map(({ outline }) => outline),
    width,
    isWide ? 460 : 320,
  )
  const { areas, height } =
    form === 'map'
      ? ground
      : hexesFor(
          ground.areas.map((area) => middleOf(area)),
          width,
          isWide ? 460 : 340,
        )
  const drawn = shares.map((share, at): Drawn => {
    const place = shaped.findIndex(({ district }) => district === share.district)
    return { share, style: shareStyle(share), shape: areas[place] ?? null, letter: letterOf(at) }
  })
  const picture: Layout = {
    boxes: [],
    areas: drawn.flatMap((each): readonly Area[] =>
      each.shape === null
        ? []
        : [{ polygons: each.shape, style: each.style.style, says: `${nameOf(each.share)}: ${noteOf(each.share)}` }],
    ),
    words: drawn.flatMap((each) => labelOf(canvas, each, isListed)),
    height,
  }
  const key = keyOf(canvas, shareStylesIn(shares))
  if (!isListed) return below(key, picture)
  const list = listOf({ ...canvas, width: isWide ? canvas.width - width - 24 : canvas.width }, drawn)
  return below(key, isWide ? beside(picture, list, width + 24) : below({ ...picture, height: height + 12 }, list))
}

/** The middle of an area: where words have room in it, or of its corners. */
function middleOf(area: Polygons): readonly [number, number] {
  const room = roomIn(area, 4)
  const [x, y] = area[0]?.[0]?.[0] ?? [0, 0]
  return room === null ? [x, y] : [room.x, room.y]
}

/** What stands on a district: its letter, where a list says whose that is, and its share where there is room for it. */
function labelOf({ small }: Canvas, { shape, share, style, letter }: Drawn, isListed: boolean): readonly Words[] {
  if (shape === null) return []
  const line = small + 3
  const value = isMark(share.share) ? figureText(share.share) : `${Math.round(share.share)}%`
  const two = roomIn(shape, isListed ? 2 * line : line)
  const { ink } = style.style
  const words = (room: Room, y: number, text: string, bold?: true): Words => ({
    x: room.x,
    y,
    text,
    size: small,
    fill: ink,
    anchor: 'middle',
    ...(bold === undefined ? {} : { bold }),
  })
  const isRoom = two !== null && two.width >= widthOf(value, small) + 4
  if (!isListed) return isRoom ? [words(two, two.y, value)] : []
  if (isRoom) return [words(two, two.y - line / 2, letter, true), words(two, two.y + line / 2, value)]
  const one = roomIn(shape, 4)
  return one === null ? [] : [words(one, one.y, letter, true)]
}

/** The districts by name, each with its letter, how it is filled, and what is said of it. */
function listOf({ width, text: size, small }: Canvas, drawn: readonly Drawn[]): Layout {
  const [swatch, indent] = [14, 44]
  return below(
    ...drawn.map(({ share, style, shape, letter }): Layout => {
      const title = wrapped(nameOf(share), width - indent, size)
      const note = wrapped(`${noteOf(share)}${shape === null ? ' · not on the map' : ''}`, width - indent, small, ' · ')
      const [line, under] = [small + 4, title.length * (size + 4)]
      return {
        boxes: [{ x1: 0.5, x2: swatch, y1: 3, y2: 3 + swatch, style: style.style }],
        words: [
          { x: indent - 6, y: (size + 4) / 2, text: letter, size, bold: true, anchor: 'end' },
          ...title.map((text, at): Words => ({ x: indent, y: (size + 4) * (at + 0.5), text, size, bold: true })),
          ...note.map((text, at): Words => ({
            x: indent,
            y: under + line * (at + 0.5),
            text,
            size: small,
            fill: quietInk,
          })),
        ],
        height: under + line * note.length + 8,
      }
    }),
  )
}

/** What the map counts, as the headings of its table. */
export const headingsOf = ({ show }: Pick<DistrictMap, 'show'>): readonly string[] => [
  'District',
  districtShows[show].of,
  districtShows[show].count,
  'Share',
  ...(show === 'establishing' ? ['Against chance'] : []),
]

/** A row of the table and of the file of numbers: the same figures as on the map. */
export const cellsOf = ({ district, of, count, share, standing }: DistrictShare): readonly string[] => [
  district,
  figureText(of),
  figureText(count),
  percentText(share),
  ...(standing === null ? [] : [standing]),
]
