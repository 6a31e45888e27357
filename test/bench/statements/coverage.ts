import { count, countOf, latestAudit, type Statement } from './statement.ts'

export const coverage: Statement = {
  text: (asking) => `select 0 as part, ${count} as n, ${countOf(`engaged_on <= ${asking.day}`)} as m
    from speaker where ${asking.open}
    union all select 1, ${count}, ${countOf('once = 0')} from audit where ${latestAudit(asking)}`,
  read: (rows) => {
    const at = (part: number) => rows.find((row) => row['part'] === part)!
    const [population, engaged] = [at(0)['n']!, at(0)['m']!]
    const [audited, reAudited] = [at(1)['n']!, at(1)['m']!]
    const [neverEngaged, notAudited] = [population - engaged, population - audited]
    return { rows: [{ population, engaged, audited, reAudited, neverEngaged, notAudited }], totals: {} }
  },
}
