import { describe, expect, it } from 'vitest'
import type { OutcomeRow } from '../../../ingest/load/outcome.ts'
import type { Store } from '../../../migrations/open.ts'
import { isLong } from '../../runs.ts'
import { facts } from '../story.ts'
import { isRealCountyThere, realCounty, recordsOf, rehearse, schoolsOfCounty, type Named } from './real-county.ts'

type Record = Readonly<{ [heading: string]: string }>

/** A list of schools as it was published, with the day that its names are of. */
interface List {
  readonly file: string
  readonly day: string
  readonly urn: string
  readonly name: string
  /** The places that the list has. */
  readonly placeOf?: (record: Record) => Omit<Named, 'school'>
}

const premium = { urn: 'URN', name: 'School Name' }
const snapshot = {
  urn: 'urn',
  name: 'name',
  placeOf: ({ town = '', postcode = '' }: Record) => ({ town, postcode }),
}

const lists: readonly List[] = [
  { file: 'pupil_premium_llr_2019-20.csv', day: '2019-09-01', ...premium },
  { file: 'pupil_premium_llr_2020-21.csv', day: '2020-09-01', ...premium },
  { file: 'pupil_premium_llr_2021-22.csv', day: '2021-09-01', ...premium },
  { file: 'register_llr_2021-04-26.csv', day: '2021-04-26', ...snapshot },
  { file: 'register_llr_2022-11-02.csv', day: '2022-11-02', ...snapshot },
  { file: 'register_llr_2023-07-20.csv', day: '2023-07-20', ...snapshot },
  {
    file: 'llr_open_schools_2026_geography.csv',
    day: '2025-09-01',
    urn: 'URN',
    name: 'EstablishmentName',
    placeOf: ({ ltla24_name: district = '' }) => ({ district }),
  },
]

const dayIn = (text: string | undefined): string => (text ?? '').split('-').toReversed().join('-')

/** Whether a snapshot says that a school was open on its day; other lists have open schools only. */
const isOpen = ({ open_date: opened, close_date: closed }: Record, day: string): boolean =>
  dayIn(opened) <= day && (closed === undefined || closed === '' || dayIn(closed) >= day)

/** Words that half the schools have, and so tell none from another. */
const telling = (name: string): readonly string[] =>
  (name.toLowerCase().match(/[a-z]+/g) ?? []).filter(
    (word) =>
      word.length > 2 &&
      !/^(the|and|school|primary|infant|junior|high|academy|college|community|church|england|cofe|saint|catholic|voluntary)$/.test(
        word,
      ),
  )

/** By school, the telling words of every name that the register and the links have for it. */
async function wordsBySchool(store: Store, schoolOf: ReadonlyMap<number, number>) {
  const words = new Map<number | undefined, Set<string>>()
  const add = (urn: unknown, name: unknown): void => {
    const school = schoolOf.get(Number(urn))
    const known = words.get(school) ?? new Set()
    words.set(school, known)
    for (const word of telling(String(name))) known.add(word)
  }
  for (const { urn, name } of await facts(store, 'registerSchool')) add(urn, name)
  for (const { linkUrn, linkName } of await facts(store, 'registerLink')) add(linkUrn, linkName)
  return words
}

describe.skipIf(!isRealCountyThere)('real lists of schools with the URN hidden', () => {
  const county = realCounty()

  /** How the names of a list fare: against the URN of the list, or another of the same school. */
  async function fare({ urn, name, day }: List, records: readonly Record[], places: readonly Omit<Named, 'school'>[]) {
    const store = await county
    const schoolOf = await schoolsOfCounty(store)
    const known = await wordsBySchool(store, schoolOf)
    const rows = await rehearse(
      store,
      records.map((record, index) => ({ school: record[name] ?? '', ...places[index] })),
      day,
    )
    const told = records.map((record, index) => {
      const truth = schoolOf.get(Number(record[urn]))
      const row: OutcomeRow | undefined = rows[index]
      const isTruth = (found: number): boolean => schoolOf.get(found) === truth
      const isSure = row?.urn != null
      const isRight = isSure && isTruth(row.urn)
      const isListed = row?.candidates.slice(0, 3).some((candidate) => isTruth(candidate.urn)) === true
      const isRenamed = !telling(record[name] ?? '').some((word) => known.get(truth)?.has(word))
      return { isSure, isRight, isListed, isRenamed, text: `${record[name]} (${record[urn]})` }
    })
    const count = (rows: readonly (typeof told)[number][], is: (row: (typeof told)[number]) => boolean): number =>
      rows.filter(is).length
    const kept = told.filter(({ isRenamed }) => !isRenamed)
    return {
      names: told.length,
      sure: count(told, ({ isRight }) => isRight),
      wrong: told.filter(({ isSure, isRight }) => isSure && !isRight).map(({ text }) => text),
      listed: count(told, ({ isSure, isListed }) => !isSure && isListed),
      renamed: told.filter(({ isRenamed }) => isRenamed).map(({ text }) => text),
      keptSure: count(kept, ({ isRight }) => isRight),
      kept: kept.length,
    }
  }

  // The oldest, the newest and the one with the fewest places every day; all of them in the long proofs.
  it.each(isLong ? lists : [lists[0], lists[5], lists[6]].filter((list) => list !== undefined))(
    '$file: never surely wrong, and nine in ten sure',
    async (list) => {
      const store = await county
      // A URN that the register only proposes to open, or does not have yet, is of a later extract than is loaded.
      const register = (await facts(store, 'registerSchool')).filter(({ status }) => status !== 4)
      const urns = new Set(register.map(({ urn }) => Number(urn)))
      const records = recordsOf(list.file).filter(
        (record) => urns.has(Number(record[list.urn])) && isOpen(record, list.day),
      )
      const towns = new Map(recordsOf('register_llr_2021-04-26.csv').map(({ urn = '', town = '' }) => [urn, { town }]))
      const { placeOf = ({ [list.urn]: urn = '' }: Record) => towns.get(urn) ?? {} } = list
      const withPlace = placeOf === list.placeOf ? 'with its place' : 'with the town of the register of 2021'
      for (const [how, place] of Object.entries({ 'by name alone': () => ({}), [withPlace]: placeOf })) {
        const { names, sure, wrong, listed, renamed, kept, keptSure } = await fare(list, records, records.map(place))
        const share = ((100 * sure) / names).toFixed(1)
        console.log(
          `${list.file} ${how}: ${sure} of ${names} sure (${share} %), ${wrong.length} wrong, ${listed} among the first ` +
            `three candidates, ${names - sure - wrong.length - listed} neither; wholly renamed ${renamed.length}: ` +
            `${renamed.join(', ') || 'none'}; of the others ${keptSure} of ${kept} sure`,
        )
        expect(wrong).toEqual([])
        expect(sure / names).toBeGreaterThanOrEqual(0.9)
      }
    },
  )
})
