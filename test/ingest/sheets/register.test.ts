import { describe, expect, it } from 'vitest'
import { allFacts, emptyHub, facts, hubWith, links, loadFile, register, rowsOf, told } from '../story.ts'

const head = register.split('\n')[0] ?? ''

describe('a register', () => {
  it('loads whole, says what is not counted, and keeps what is next door for matching', async () => {
    const store = await emptyHub()
    const outcome = await loadFile(store, 'register_2023-11-16.csv', register)
    expect(outcome).toMatchObject({ kind: 'register', receiptId: 1, dataVersion: 1, new: 7, changed: 0, same: 0 })
    expect(outcome.notes).toEqual([
      "1 school outside the hub's area: kept for links and matching, not counted.",
      '1 school of the area not state-funded: loaded, not counted.',
    ])
    expect((await facts(store, 'registerSchool'))[3]).toEqual({
      urn: 100004,
      name: 'Cedar Academy',
      la: '901',
      laName: null,
      establishmentNumber: '2103',
      type: 34,
      typeName: null,
      status: 1,
      phase: 2,
      openOn: '2020-09-01',
      closeOn: null,
      closedReason: null,
      pupils: null,
      fsmPercent: null,
      ukprn: '10000004',
      town: null,
      postcode: null,
      easting: null,
      northing: null,
      districtCode: null,
      district: null,
      lsoa: null,
      urbanRural: null,
      trustCode: null,
      trust: null,
    })
  })

  it('takes status and phase by code or name, codes with leading zeros, and puts lost zeros back', async () => {
    const store = await emptyHub()
    const text = `URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (name),NumberOfPupils,PercentageFSM,Trusts (name)
100001,901,12,Ash,02,"Open, but proposed to close",Middle deemed primary,"1,245",12.5,Not applicable
100002,901,,Beech,1,04,Not applicable,NA,,Oak Trust
`
    expect((await loadFile(store, 'r.csv', text)).problems).toEqual([])
    expect(await facts(store, 'registerSchool')).toMatchObject([
      { establishmentNumber: '0012', type: 2, status: 3, phase: 3, pupils: 1245, fsmPercent: 12.5, trust: null },
      { establishmentNumber: '', status: 4, phase: 0, pupils: null, fsmPercent: null, trust: 'Oak Trust' },
    ])
  })

  it('never keeps the names, phones and e-mails of people, and says so', async () => {
    const store = await emptyHub()
    const text = `${head},HeadLastName,TelephoneNum,MainEmail,HeadTitle (name)\n100001,901,2001,Ash,1,1,2,,,,Smith,01632 960000,office@ash.example,\n`
    const { notes } = await loadFile(store, 'r.csv', text)
    expect(notes).toEqual([
      'Names, phones and e-mails of people were not kept: "HeadLastName", "TelephoneNum", "MainEmail".',
    ])
    const kept = JSON.stringify([await allFacts(store), await store.selectFrom('receipt').selectAll().execute()])
    expect(kept).not.toMatch(/Smith|960000|office@/)
  })

  it('speaks for the LAs it contains: schools it leaves out are kept and reported', async () => {
    const store = await hubWith()
    const later = register
      .split('\n')
      .filter((line) => !/^10000[27]/.test(line))
      .join('\n')
    const outcome = await loadFile(store, 'r.csv', later)
    expect(outcome).toMatchObject({ receiptId: null, new: 0, same: 5 })
    expect(outcome.notes).toContain(
      '1 school of these LAs left out by the file, kept as last known: Beech High (100002).',
    )
    expect(await facts(store, 'registerSchool')).toHaveLength(7)
  })

  it('of a later day corrects only what it says: a column it lacks is left as it was known', async () => {
    const store = await hubWith()
    const text = `URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code)
100004,901,2103,Cedar Tree Academy,34,1,2
`
    expect(await loadFile(store, 'r.csv', text)).toMatchObject({ new: 0, changed: 1, same: 0, dataVersion: 3 })
    expect((await facts(store, 'registerSchool'))[3]).toMatchObject({
      name: 'Cedar Tree Academy',
      openOn: '2020-09-01',
      ukprn: '10000004',
    })
  })

  it('with rows that cannot be right is refused, all problems at once', async () => {
    const store = await emptyHub()
    const text = `${head}\n1001,901,2001,Ash,1,1,2,,,\n100002,901,4002,,1,7,Upper,31/02/2020,,\n`
    expect(told(await loadFile(store, 'r.csv', text))).toEqual([
      [2, 'URN', 'malformed-urn', '1001'],
      [3, 'EstablishmentName', 'missing-value', ''],
      [3, 'EstablishmentStatus (code)', 'unknown-status', '7'],
      [3, 'PhaseOfEducation (code)', 'unknown-phase', 'Upper'],
      [3, 'OpenDate', 'unreadable-day', '31/02/2020'],
    ])
  })
})

describe('register links', () => {
  it('of URNs the register does not have are kept, with one note', async () => {
    const store = await hubWith()
    const text = `${links}900001,900002,Gone School,Successor,\n900003,100001,Other School,Other,01-09-2001\n`
    const outcome = await loadFile(store, 'links.csv', text)
    expect(outcome).toMatchObject({ kind: 'register-links', new: 2, same: 2, problems: [] })
    expect(outcome.notes).toEqual(['2 of the links have a URN that is not in the register: kept, and not followed.'])
    expect(await facts(store, 'registerLink')).toContainEqual({
      urn: 900003,
      linkUrn: 100001,
      linkType: 'Other',
      linkName: 'Other School',
      establishedOn: '2001-09-01',
    })
  })

  it('said twice are counted once', async () => {
    const store = await emptyHub()
    const outcome = await loadFile(store, 'links.csv', `${links}${links.split('\n')[1]}\n`)
    expect(rowsOf(outcome)).toEqual([
      [2, 'loaded'],
      [3, 'loaded'],
      [4, 'same'],
    ])
    expect(outcome.notes).toContain('Row 4: repeats an earlier row, and is counted once.')
    expect(await facts(store, 'registerLink')).toHaveLength(2)
  })

  it('of a type the register does not have are kept, and that is said', async () => {
    const store = await hubWith()
    const text = 'URN,LinkURN,LinkType\n100001,100002,Succesor\n100001,100006,Successor - Split School\n'
    const outcome = await loadFile(store, 'links.csv', text)
    expect(outcome).toMatchObject({ new: 2, problems: [] })
    expect(outcome.notes).toEqual(['Link types that are not the register\'s own, and are not followed: "Succesor".'])
  })
})

describe('a register of an earlier day', () => {
  it('loaded after a newer one stands, but not without a word', async () => {
    const store = await emptyHub()
    const older = register.replace('Ash Primary', 'Ash County Primary')
    expect((await loadFile(store, 'gias_2023-11-16.csv', register)).notes.join()).not.toContain('older')
    const outcome = await loadFile(store, 'gias_2023-04-21.csv', older)
    expect(outcome).toMatchObject({ changed: 1, problems: [] })
    expect(outcome.notes[0]).toBe(
      'This register is of 2023-04-21, and one of 2023-11-16 was loaded before it: where they differ the older stands now. If that was not meant, load the newer again.',
    )
    const again = await loadFile(store, 'gias_2023-11-16.csv', register)
    expect(again).toMatchObject({ changed: 1 })
    expect(again.notes.join()).not.toContain('was loaded before it')
  })
})
