/** By what people show who they are, and for how long that holds. */
export interface SignInTables {
  credential: CredentialTable
  invitation: InvitationTable
  loginSession: LoginSessionTable
  identity: IdentityTable
  challenge: ChallengeTable
}

/** By what a person shows who they are. `body` is the public key, the password's hash or the sealed secret of the codes. */
export interface CredentialTable {
  id: string
  personId: string
  kind: 'passkey' | 'password' | 'totp'
  body: string
  madeAt: string
  usedAt: string | null
}

export interface InvitationTable {
  /** SHA-256 of the secret in the invitation's address. */
  hash: string
  personId: string
  madeAt: string
  madeBy: string
  endsAt: string
  usedAt: string | null
}

export interface LoginSessionTable {
  /** SHA-256 of the secret that the browser has. */
  hash: string
  personId: string
  way: 'passkey' | 'password' | 'provider' | 'sample'
  /** What the browser calls itself, in a word or two. */
  browser: string
  beganAt: string
  seenAt: string
  endsAt: string
  /** The outside provider that the person came from, and what it said of them, sealed; null where there was none. */
  provider: string | null
  providerWord: string | null
}

/** By what name an outside provider knows a person: a subject within an organisation of the provider's own. */
export interface IdentityTable {
  hubId: number
  provider: string
  organisation: string
  subject: string
  personId: string
  madeAt: string
}

/** What a browser was asked for and has not answered yet. */
export interface ChallengeTable {
  /** SHA-256 of the name by which the answer asks for it. */
  hash: string
  kind: 'passkey' | 'provider'
  body: string
  endsAt: string
}
