import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/**
 * The items of levels 1 and 2, by section, as first and last or one by one.
 * Source: OWASP Application Security Verification Standard 5.0.0, without chapter 17.
 */
const sections: Readonly<Record<string, string>> = {
  '1.1': '1-2',
  '1.2': '1-9',
  '1.3': '1-11',
  '1.4': '1-3',
  '1.5': '1-2',
  '2.1': '1-3',
  '2.2': '1-3',
  '2.3': '1-4',
  '2.4': '1',
  '3.2': '1-2',
  '3.3': '1-4',
  '3.4': '1-6',
  '3.5': '1-5',
  '3.7': '1-2',
  '4.1': '1-3',
  '4.2': '1',
  '4.3': '1-2',
  '4.4': '1-4',
  '5.1': '1',
  '5.2': '1-3',
  '5.3': '1-2',
  '5.4': '1-3',
  '6.1': '1-3',
  '6.2': '1-12',
  '6.3': '1-4',
  '6.4': '1-4',
  '6.5': '1-5',
  '6.6': '1-3',
  '6.8': '1-4',
  '7.1': '1-3',
  '7.2': '1-4',
  '7.3': '1-2',
  '7.4': '1-5',
  '7.5': '1-2',
  '7.6': '1-2',
  '8.1': '1-2',
  '8.2': '1-3',
  '8.3': '1',
  '8.4': '1',
  '9.1': '1-3',
  '9.2': '1-4',
  '10.1': '1-2',
  '10.2': '1-2',
  '10.3': '1-4',
  '10.4': '1-11',
  '10.5': '1-5',
  '10.6': '1-2',
  '10.7': '1-3',
  '11.1': '1-2',
  '11.2': '1-3',
  '11.3': '1-3',
  '11.4': '1-4',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1-3',
  '12.2': '1-2',
  '12.3': '1-4',
  '13.1': '1',
  '13.2': '1-5',
  '13.3': '1-2',
  '13.4': '1-5',
  '14.1': '1-2',
  '14.2': '1-4',
  '14.3': '1-3',
  '15.1': '1-3',
  '15.2': '1-3',
  '15.3': '1-7',
  '16.1': '1',
  '16.2': '1-5',
  '16.3': '1-4',
  '16.4': '1-3',
  '16.5': '1-3',
}

const wanted = Object.entries(sections).flatMap(([section, range]) => {
  const [first = 0, last = first] = range.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, at) => `${section}.${first + at}`)
})

const text = readFileSync(join(root, 'docs/asvs.md'), 'utf8')
const rows = [...text.matchAll(/^\| (\d[\d., ]*) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, items = '', , state = '']) => ({
  items: items.split(',').map((item) => item.trim()),
  state,
}))
const states = ['done', 'in part', 'not yet', 'not applicable'] as const
const stateOf = (state: string) => states.find((each) => state.startsWith(each))

it('every item of levels 1 and 2 of ASVS 5.0.0 stands on its page once, with a state', () => {
  expect(wanted).toHaveLength(246)
  expect(rows.flatMap(({ items }) => items).toSorted()).toEqual(wanted.toSorted())
  expect(rows.filter(({ state }) => stateOf(state) === undefined)).toEqual([])
})

it('every item that is done names a test, and every test and page that is named is there', () => {
  const testsIn = (state: string) => [...state.matchAll(/`([\w/.-]+\.(?:test\.ts|md))`/g)].map(([, file = '']) => file)
  const silent = rows.filter(
    ({ state }) => stateOf(state) === 'done' && !testsIn(state).some((file) => file.endsWith('.ts')),
  )
  expect(silent).toEqual([])
  expect(testsIn(text).filter((file) => !existsSync(join(root, file)))).toEqual([])
})

it('the page counts its states as they are, and leaves nothing of sessions, access and files for later', () => {
  const count = (wantedState: string) =>
    rows.filter(({ state }) => stateOf(state) === wantedState).flatMap(({ items }) => items)
  const [done, partly, later, never] = states.map((state) => count(state).length)
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    `Of the items ${done} are done, ${partly} in part, ${later} not yet, and ${never} are not applicable.`,
  )
  expect(count('not yet').filter((item) => /^[4578]\./.test(item))).toEqual([])
})
