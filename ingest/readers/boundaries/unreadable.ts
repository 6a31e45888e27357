import { problemOf, type Problem } from '../../problem.ts'

/** Why a boundary file is not read at all, in words for whoever sent it. */
export class Unreadable extends Error {
  readonly accepted: string

  constructor(found: string, accepted: string) {
    super(found)
    this.name = 'Unreadable'
    this.accepted = accepted
  }
}

export const problemOfUnreadable = ({ message, accepted }: Unreadable): Problem =>
  problemOf('unreadable-file', message, { accepted })

const smaller = 'send the districts of your area only, in a generalised form, as GeoJSON or TopoJSON'

/** The refusal of a file that would take too much to read. */
export const tooLarge = (found: string): Unreadable =>
  new Unreadable(`a map too large to read safely (${found})`, smaller)

const again = 'save the map again as GeoJSON or TopoJSON and send that'

/** The refusal of a file that no program for maps would have written so. */
export const damaged = (found: string): Unreadable => new Unreadable(found, again)
