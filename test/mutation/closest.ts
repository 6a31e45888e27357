/** Files, and the tests that stand closest to them: no others are asked whether they notice a change. */
export interface Closest {
  readonly files: readonly string[]
  readonly tests: readonly string[]
}

const testOf = (name: string): string => `test/server/access/${name}.test.ts`

/** The tests of what is slow by design, so that guessing is; for all others it is made quick. */
export const ofSlow: ReadonlySet<string> = new Set(['password', 'suppression'].map(testOf))

const access = (tests: readonly string[], files: readonly string[]): Closest => ({
  files: files.map((name) => `server/access/${name}.ts`),
  tests: tests.map(testOf),
})

/** The files of disclosure and access with what stands closest to them, each file once. */
export const closest: readonly Closest[] = [
  {
    files: [
      'audience',
      'disclose',
      'disclose-gaps',
      'disclose-movements',
      'disclose-practice',
      'disclose-schools',
      'suppress',
    ].map((name) => `analytics/disclosure/${name}.ts`),
    tests: ['disclose', 'suppress'].map((name) => `test/analytics/disclosure/${name}.test.ts`),
  },
  access(['may-see'], ['action', 'free-text', 'home', 'may-see', 'not-there', 'person']),
  access(['may-see', 'guards'], ['audience']),
  access(['guards'], ['cookie', 'identify', 'loopback', 'rates', 'same-origin', 'secret']),
  access(['browser-name', 'challenges', 'code'], ['browser-name', 'challenges', 'code']),
  access(['seal'], ['codes-kept', 'seal']),
  access(['password', 'common-passwords'], ['common-passwords', 'password']),
  access(['passkey', 'gate'], ['passkey', 'show-who']),
  access(['gate'], ['credentials', 'gate', 'invite']),
  access(['gate'], ['change-person', 'organisation', 'people-of']),
  access(['gate'], ['change-password', 'login-session']),
  access(['provider/person-told'], ['provider/person-told']),
  access(['provider/person-told', 'forget'], ['shut-out']),
  access(['provider/settings'], ['provider/settings', 'provider/settings-file']),
  access(['provider/told'], ['provider/dfe-sign-in', 'provider/entra', 'provider/roles-api', 'provider/told']),
  access(
    ['provider/providers', 'provider/settings'],
    ['provider/connection', 'provider/providers', 'provider/refused'],
  ),
  access(['audit-log'], ['audit-log', 'beside', 'heads-file', 'verify-log']),
  access(['consent'], ['consent', 'contacts-of', 'may-contact', 'withdraw-messages']),
  access(['suppression'], ['suppression']),
  access(['forget'], ['erasures', 'erasures-file', 'forget', 'held-of']),
  access(['own-hub'], ['councils-in', 'own-frameworks', 'own-hub']),
  access(['commentary-of'], ['commentary-of', 'remarks']),
  access(['commentary-of'], ['frozen-of', 'may-ask']),
  access(['scoped'], ['scoped']),
]

/** Of files those that are not in the list, with all the tests of it: slower, but none is forgotten. */
export const others = (files: readonly string[]): Closest => {
  const named = new Set(closest.flatMap((each) => each.files))
  return {
    files: files.filter((file) => !named.has(file)),
    tests: [...new Set(closest.flatMap(({ tests }) => tests))],
  }
}
