import type { Generated } from 'kysely'
import type { Achieved } from '../analytics/framework/achieved.ts'
import type { Award } from '../analytics/framework/award.ts'
import type { ConsentSource, ContactRole } from '../analytics/framework/contact.ts'
import type { DataFormFigure } from '../analytics/framework/data-form-figure.ts'
import type { FsmBasis } from '../analytics/framework/fsm-basis.ts'
import type { Judgement } from '../analytics/framework/judgement.ts'
import type { Level } from '../analytics/framework/level.ts'
import type { Role } from '../analytics/framework/role.ts'
import type { Strand } from '../analytics/framework/strand.ts'

/**
 * What every fact carries: whose it is, which receipt and row brought it, and the data versions between which it
 * holds. A fact is never overwritten: a correction closes it at `untilVersion` and adds another. A fact that an undo
 * gave back keeps the receipt and row it first came from.
 */
interface Fact {
  hubId: number
  receiptId: number
  sourceSheet: string | null
  sourceRow: number
  fromVersion: number
  untilVersion: number | null
}

/** A fact of the largest tables says as a number of its key since which version it is past; 0 while it holds. */
interface KeyedFact extends Fact {
  past: Generated<number>
}

export interface HubTable {
  id: number
  name: string
  dataVersion: number
  createdAt: string
}

/** A council of a hub: the first and last day that it is one, and the data versions between which that is known. */
export interface HubAreaTable {
  hubId: number
  la: string
  fromOn: string | null
  toOn: string | null
  fromVersion: Generated<number>
  untilVersion: number | null
}

export interface ReceiptTable {
  id: number
  hubId: number
  kind: string
  fileName: string
  fileHash: string
  /** The day a register extract speaks for; null for other kinds. */
  extractOn: string | null
  loadedAt: string
  loadedBy: string
  dataVersion: number
  rowCount: number
  newCount: number
  changedCount: number
  sameCount: number
  notes: string
  /** The receipt whose load this one took back; null where it is the receipt of a load. */
  undoes: number | null
}

export interface RegisterSchoolTable extends Fact {
  urn: number
  name: string
  la: string
  laName: string | null
  establishmentNumber: string
  type: number
  typeName: string | null
  status: number
  phase: number
  openOn: string | null
  closeOn: string | null
  closedReason: number | null
  pupils: number | null
  fsmPercent: number | null
  ukprn: string | null
  town: string | null
  postcode: string | null
  easting: number | null
  northing: number | null
  districtCode: string | null
  district: string | null
  lsoa: string | null
  urbanRural: string | null
  trustCode: string | null
  trust: string | null
}

export interface RegisterLinkTable extends Fact {
  urn: number
  linkUrn: number
  linkType: string
  linkName: string | null
  establishedOn: string | null
}

export interface CriterionTable extends Fact {
  framework: string
  strand: Strand
  theme: string
  level: Level
  number: number
  criterion: string
  phases: string | null
  alignedTo: string | null
  inUseFrom: string | null
  comparableWith: string | null
}

export interface AuditTable extends KeyedFact {
  urn: number
  heldOn: string
  adviser: string | null
  framework: string | null
}

export interface RatingTable extends KeyedFact {
  urn: number
  heldOn: string
  strand: Strand
  level: Level
}

export interface AwardTable extends Fact {
  urn: number
  heldOn: string
  awardOn: string
  award: Award
  /** 1 yes, 0 no, null unknown. */
  musicMarkNominated: number | null
  followUpOn: string | null
}

export interface PriorityTable extends Fact {
  urn: number
  heldOn: string
  priority: number
  strand: Strand | null
  theme: string | null
  what: string
  why: string | null
  target: string | null
  byWhen: string | null
  how: string | null
  needs: string | null
  support: string | null
}

export interface ReflectionTable extends Fact {
  urn: number
  heldOn: string
  month: number
  sentOn: string | null
  returnedOn: string | null
  withdrawnOn: string | null
}

export interface ReflectionPriorityTable extends Fact {
  urn: number
  heldOn: string
  month: number
  /** 1, 2 or 3; 0 for what the sheet says as a whole. */
  priority: number
  achieved: Achieved | null
  comment: string | null
}

export interface GoalTable extends Fact {
  goal: string
  title: string
  function: string | null
  measure: string
  wanted: string
  strand: Strand | null
  population: string
  baselinePercent: number | null
  baselineYear: number | null
  targetPercent: number
  targetYear: number
}

export interface CriterionRatingTable extends KeyedFact {
  urn: number
  heldOn: string
  strand: Strand
  theme: string
  level: Level
  number: number
  judgement: Judgement
}

/** What is known of a school for an academic year, by its first calendar year. */
export interface SchoolYearTable extends Fact {
  urn: number
  academicYear: number
  pupils: number | null
  sendPercent: number | null
  ealPercent: number | null
  /** 1 for the most deprived tenth of neighbourhoods. */
  deprivationDecile: number | null
  ruralUrban: string | null
  district: string | null
}

/** Free school meals at a school in an academic year on one basis: of `pupils`, `eligible` have them. */
export interface SchoolFsmTable extends Fact {
  urn: number
  academicYear: number
  basis: FsmBasis
  /** Null where there are no pupils. */
  percent: number | null
  eligible: number | null
  pupils: number | null
}

export interface DataFormFigureTable extends Fact {
  urn: number
  academicYear: number
  figure: DataFormFigure
  /** As `key stage=2;gender=girls`; blank for the total. */
  breakdown: string
  value: number
  /** 1 yes, 0 no, null unknown. */
  estimated: number | null
}

/** Where a district lies: `outline` is its polygons as JSON, in degrees. */
export interface BoundaryTable extends Fact {
  district: string
  code: string | null
  outline: string
  attribution: string
}

/** What a person settled about how a school is named: folded, blank where a part was not given. Never changed. */
export interface MatchDecisionTable {
  id: number
  hubId: number
  /** A number with its heading, as `UKPRN 10000001`, where the row gave one. */
  number: string
  name: string
  town: string
  postcode: string
  district: string
  urn: number
  decidedBy: string
  decidedAt: string
}

/** What a person confirmed about the columns of files of one shape. `body` is the mapping as JSON. */
export interface MappingTable {
  id: number
  hubId: number
  name: string
  shape: string
  kind: string
  body: string
  confirmedBy: string
  confirmedAt: string
  usedCount: number
  lastUsedAt: string | null
}

/** Where a file that somebody sent by the browser stands. */
export type ImportState =
  | 'arriving'
  | 'checking'
  | 'asking'
  | 'doubtful'
  | 'problems'
  | 'ready'
  | 'known'
  | 'loading'
  | 'loaded'
  | 'left out'
  | 'stopped'

/** A file sent by the browser, until it is loaded or left out. It is no fact, and is cleared away after some days. */
export interface ImportFileTable {
  /** Not to be guessed: who has it may see the file's rows. */
  id: string
  hubId: number
  name: string
  /** Bytes. */
  size: number
  hash: string | null
  /** What a person said of it: its kind, the academic year it does not say, how its columns are read. */
  kind: string | null
  year: number | null
  mapping: string | null
  state: ImportState
  /** The data version it was checked against, and what was found and is told of what was found, as JSON. */
  version: number | null
  findings: string | null
  /** What is to be said of how it came to its state. */
  said: string | null
  receiptId: number | null
  createdAt: string
  createdBy: string
}

export interface ImportPartTable {
  importId: string
  number: number
  bytes: Uint8Array
}

/** Somebody who may sign in. Only this table knows a person's name; all else knows the id. */
export interface PersonTable {
  id: string
  hubId: number
  name: string
  /** What they type beside a password; of no two people the same. */
  signInName: string
  role: Role
  /** A council by its LA code, a school by its URN, a trust by its code, where the role is of one. */
  organisation: string | null
  /** 1 for the people of the invented sample county, as whom anybody may sign in. */
  isSample: number
  madeAt: string
  madeBy: string
  disabledAt: string | null
  /** Wrong passwords and codes since the last right one, and when the last of them came. */
  failedCount: Generated<number>
  failedAt: string | null
}

/** A school that is assigned to an adviser. */
export interface PersonSchoolTable {
  personId: string
  urn: number
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

/**
 * The data version at which councils are shown how things stood at the end of a term. Never changed but to be approved,
 * without which nobody of a council is shown it.
 */
export interface CouncilSnapshotTable {
  hubId: number
  asOf: string
  dataVersion: number
  frozenAt: string
  approvedAt: string | null
  approvedBy: string | null
}

/** Somebody at a school whom the hub may write to while they consent. */
export interface ContactTable {
  id: string
  hubId: number
  urn: number
  name: string
  role: ContactRole
  /** An e-mail address, in small letters. */
  address: string
  madeAt: string
  madeBy: string
}

/** That a contact may be written to; it holds until it is withdrawn, and only a new one follows that. */
export interface ConsentTable {
  id: string
  hubId: number
  contactId: string
  givenOn: string
  source: ConsentSource
  recordedAt: string
  recordedBy: string
  withdrawalId: string | null
}

/** That somebody withdrew their consent. It stays when their name and address are erased, and tells neither. */
export interface WithdrawalTable {
  id: string
  hubId: number
  withdrawnOn: string
  source: ConsentSource
  recordedAt: string
  recordedBy: string
}

/** An address that is not to be written to, scrambled. */
export interface SuppressionTable {
  hubId: number
  mark: string
  madeAt: string
}

/** What was erased, as JSON without personal data, so that it can be erased again from a restored copy. */
export interface ErasureTable {
  id: string
  hubId: number
  madeAt: string
  kind: 'person' | 'contact' | 'withdrawal' | 'words'
  body: string
}

/** What somebody did. Only ever added to. */
export interface AuditLogTable {
  number: number
  hubId: number | null
  at: string
  personId: string
  action: string
  /** What it was done to and how, as JSON without personal data. */
  detail: string
  hashBefore: string
  hash: string
}

/** How far the audit log goes. */
export interface AuditHeadTable {
  id: number
  number: number
  hash: string
}

/** A return profile that a hub added: the newest of a name is the one by which returns are drafted. */
export interface ReturnProfileTable {
  id: number
  hubId: number
  profile: string
  /** The profile as JSON. */
  body: string
  addedAt: string
  addedBy: string
}

/** A recipient's own workbook, to be filled in. The newest of a profile is the one that is filled. */
export interface ReturnTemplateTable {
  id: number
  hubId: number
  profile: string
  name: string
  hash: string
  bytes: Uint8Array
  addedAt: string
  addedBy: string
}

/** One issue of a return for one academic year. Frozen, it is never changed: another issue takes its place. */
export interface ReturnIssueTable {
  id: number
  hubId: number
  profile: string
  academicYear: number
  /** 1 for the first; a re-issue names the issue it takes the place of, and why. */
  issue: number
  reissues: number | null
  reason: string
  state: 'draft' | 'approved' | 'frozen'
  dataVersion: number
  /** The profile it was drafted by, as JSON. */
  body: string
  templateId: number | null
  madeAt: string
  madeBy: string
  approvedAt: string | null
  approvedBy: string | null
  frozenAt: string | null
  frozenBy: string | null
  /** The figures as JSON, from when it is frozen. */
  figures: string | null
}

/** What was written for a narrative of a return. Never changed: a later number takes the place of an earlier. */
export interface ReturnTextTable {
  returnId: number
  narrative: string
  number: number
  text: string
  writtenAt: string
  writtenBy: string
}

/** A file of a frozen return. */
export interface ReturnFileTable {
  returnId: number
  name: string
  /** SHA-256 of the bytes. */
  hash: string
  bytes: Uint8Array
}

/** What somebody remarked on a page, or on one figure wherever it stands. Its text is never changed. */
export interface RemarkTable {
  id: number
  hubId: number
  /** The path of the page; blank where it is on a figure. */
  page: string
  /** The measure whose figure it is on; blank where it is on a page. */
  measure: string
  /** Which schools the page or figure showed, as a query string in one order. */
  scope: string
  text: string
  meantFor: 'hub' | 'council'
  dataVersion: number
  /** The remark that this one takes the place of. */
  replaces: number | null
  writtenAt: string
  writtenBy: string
  /** By whom it was approved for the council. */
  approvedAt: string | null
  approvedBy: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
}

/** A page as it stood when somebody froze it. Never changed. */
export interface FrozenViewTable {
  id: string
  hubId: number
  title: string
  /** The path and query of the page. */
  address: string
  dataVersion: number
  /** Its figures and what was remarked on them, as JSON. */
  answers: string
  remarks: string
  frozenAt: string
  frozenBy: string
}

/** The store. Columns are snake_case in SQL and camelCase here. */
export interface Tables {
  hub: HubTable
  hubArea: HubAreaTable
  receipt: ReceiptTable
  registerSchool: RegisterSchoolTable
  registerLink: RegisterLinkTable
  criterion: CriterionTable
  audit: AuditTable
  rating: RatingTable
  award: AwardTable
  priority: PriorityTable
  reflection: ReflectionTable
  reflectionPriority: ReflectionPriorityTable
  goal: GoalTable
  matchDecision: MatchDecisionTable
  mapping: MappingTable
  criterionRating: CriterionRatingTable
  schoolYear: SchoolYearTable
  schoolFsm: SchoolFsmTable
  dataFormFigure: DataFormFigureTable
  importFile: ImportFileTable
  importPart: ImportPartTable
  person: PersonTable
  personSchool: PersonSchoolTable
  credential: CredentialTable
  invitation: InvitationTable
  loginSession: LoginSessionTable
  identity: IdentityTable
  challenge: ChallengeTable
  councilSnapshot: CouncilSnapshotTable
  contact: ContactTable
  consent: ConsentTable
  withdrawal: WithdrawalTable
  suppression: SuppressionTable
  erasure: ErasureTable
  auditLog: AuditLogTable
  auditHead: AuditHeadTable
  returnProfile: ReturnProfileTable
  returnTemplate: ReturnTemplateTable
  returnIssue: ReturnIssueTable
  returnText: ReturnTextTable
  returnFile: ReturnFileTable
  remark: RemarkTable
  frozenView: FrozenViewTable
  boundary: BoundaryTable
}

/** The tables that hold facts, with the columns that name a fact within its hub. */
export const factKeys = {
  registerSchool: ['urn'],
  registerLink: ['urn', 'linkUrn', 'linkType'],
  criterion: ['framework', 'strand', 'theme', 'level', 'number'],
  audit: ['urn', 'heldOn'],
  rating: ['urn', 'heldOn', 'strand'],
  award: ['urn', 'heldOn', 'awardOn'],
  priority: ['urn', 'heldOn', 'priority'],
  reflection: ['urn', 'heldOn', 'month'],
  reflectionPriority: ['urn', 'heldOn', 'month', 'priority'],
  goal: ['goal'],
  criterionRating: ['urn', 'heldOn', 'strand', 'theme', 'level', 'number'],
  schoolYear: ['urn', 'academicYear'],
  schoolFsm: ['urn', 'academicYear', 'basis'],
  dataFormFigure: ['urn', 'academicYear', 'figure', 'breakdown'],
  boundary: ['district'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>

export type FactTable = keyof typeof factKeys
