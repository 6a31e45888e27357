import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../../../analytics/framework/role.ts'
import { mayUse, audiences } from '../../../server/access/audience.ts'
import { withoutFreeText } from '../../../server/access/free-text.ts'
import { homeOf } from '../../../server/access/home.ts'
import { maySee, type Thing } from '../../../server/access/may-see.ts'
import { notThere } from '../../../server/access/not-there.ts'
import { audienceOf, type Person } from '../../../server/access/person.ts'
import type { JourneyRows } from '../../../server/queries/journey.ts'

const person = (role: Role, organisation: string | null = null, assigned: readonly number[] = []): Person => ({
  id: role,
  name: role,
  hubId: 1,
  role,
  organisation,
  assigned,
})

/** The roles of those who may see a thing; school 100001 was 100003 before, of trust T1, council 901. */
const mayOf = (thing: Thing): readonly string[] =>
  [
    ['hub leader', person('hub leader')],
    ['adviser', person('adviser')],
    ['adviser of the school', person('adviser', null, [100003])],
    ['data steward', person('data steward')],
    ['officer', person('council officer', '901')],
    ['somebody of a school with the code of the council', person('school user', '901')],
    ['other officer', person('council officer', '902')],
    ['school', person('school user', '100001')],
    ['school by its former URN', person('school user', '100003')],
    ['other school', person('school user', '100002')],
    ['trust', person('trust user', 'T1')],
    ['other trust', person('trust user', 'T2')],
    ['trust of nothing', person('trust user')],
  ].flatMap(([name, who]) => (maySee(who as Person, thing) ? [name as string] : []))

const held = { hubId: 1, urns: [100001, 100003], trust: 'T1' }

describe('who may see what', () => {
  it('is as the table of roles says', () => {
    const ofHub = ['hub leader', 'adviser', 'adviser of the school', 'data steward']
    expect(mayOf({ is: 'hub', hubId: 1 })).toEqual(ofHub)
    expect(mayOf({ is: 'council', hubId: 1, council: '901' })).toEqual(['officer'])
    const own = ['school', 'school by its former URN', 'trust']
    expect(mayOf({ is: 'school', ...held })).toEqual([...ofHub, ...own])
    expect(mayOf({ is: 'school', ...held, trust: null })).toEqual([...ofHub, ...own.slice(0, 2)])
    expect(mayOf({ is: 'free text', ...held })).toEqual(['hub leader', 'adviser of the school', 'data steward', ...own])
    for (const is of ['files', 'people', 'audit log', 'set-up'] as const)
      expect(mayOf({ is, hubId: 1 })).toEqual(['data steward'])
    expect(mayOf({ is: 'returns', hubId: 1 })).toEqual(['hub leader', 'data steward'])
  })

  it('is nothing of another hub', () => {
    for (const is of ['hub', 'files', 'people', 'audit log', 'set-up', 'returns'] as const)
      expect(mayOf({ is, hubId: 2 })).toEqual([])
    for (const is of ['school', 'free text'] as const) expect(mayOf({ is, ...held, hubId: 2 })).toEqual([])
    expect(mayOf({ is: 'council', hubId: 2, council: '901' })).toEqual([])
  })

  it('is a page of their own for each, and figures for their audience', () => {
    const told = roles.map((role) => [role, homeOf(person(role, '7')), audienceOf(person(role))])
    expect(told).toEqual([
      ['hub leader', '/', 'hub'],
      ['adviser', '/', 'hub'],
      ['council officer', '/council', 'council'],
      ['school user', '/schools/7', 'school'],
      ['trust user', '/trust', 'school'],
      ['data steward', '/', 'hub'],
    ])
  })

  it('is, of routes, what is for anyone, and what is for their role; nobody else is anybody', () => {
    expect([mayUse(null, 'anyone'), mayUse(null, audiences.everyone), mayUse(null, undefined)]).toEqual([
      true,
      false,
      false,
    ])
    const usable = (role: Role) =>
      Object.entries(audiences).flatMap(([name, of]) => (mayUse({ role }, of) ? [name] : []))
    expect(Object.fromEntries(roles.map((role) => [role, usable(role)]))).toEqual({
      'hub leader': ['everyone', 'hub', 'leader', 'school', 'returns'],
      adviser: ['everyone', 'hub', 'school'],
      'council officer': ['everyone', 'council'],
      'school user': ['everyone', 'school'],
      'trust user': ['everyone', 'school', 'trust'],
      'data steward': ['everyone', 'hub', 'school', 'returns', 'steward'],
    })
    expect(mayUse({ role: 'data steward' }, undefined)).toBe(false)
  })

  it('is said alike where it is not there and where it is not theirs', () => {
    expect(notThere()).toMatchObject({ message: 'There is nothing here that you can see.', statusCode: 404 })
  })

  it('leaves, without free text, no word of what was written', () => {
    const words = { what: 'w', why: 'w', target: 'w', byWhen: 'w', how: 'w', needs: 'w', support: 'w' }
    const rows = { priorities: [{ urn: 1, ...words }], answers: [{ urn: 1, comment: 'w' }], audits: [{ urn: 1 }] }
    const unsaid = { why: null, target: null, byWhen: null, how: null, needs: null, support: null }
    expect(withoutFreeText(rows as unknown as JourneyRows)).toEqual({
      priorities: [{ urn: 1, what: '', ...unsaid }],
      answers: [{ urn: 1, comment: null }],
      audits: [{ urn: 1 }],
    })
  })
})
