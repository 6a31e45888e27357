import PostalMime from 'postal-mime'

/** What is wanted of a message: who sent it, under which subject, and when, as an instant; null where it does not say. */
export interface Message {
  readonly from: string | null
  readonly subject: string
  readonly sentAt: string | null
}

const limits = { maxNestingDepth: 20, maxHeadersSize: 2 ** 18, maxRfc822NestingDepth: 0 }

/** The messages of a mailbox file: each begins at a line `From `, at the top or after an empty line. Source: RFC 4155. */
const apart = (text: string): readonly string[] =>
  text.startsWith('From ')
    ? text
        .split(/(?:^|\r?\n\r?\n)From [^\r\n]*\r?\n/)
        .slice(1)
        .filter((message) => message.trim() !== '')
    : [text]

async function readMessage(text: string): Promise<Message | null> {
  // Only what stands above a message is read: its head ends at the first empty line.
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  try {
    const { from, subject = '', date } = await PostalMime.parse(`${head}\r\n\r\n`, limits)
    const sentAt = date === undefined || Number.isNaN(Date.parse(date)) ? null : new Date(date).toISOString()
    if (from === undefined && subject === '') return null
    return { from: from?.address ?? null, subject: subject.trim(), sentAt }
  } catch {
    return null
  }
}

/** The messages in a file, a single one (.eml) or a mailbox (.mbox); what is no message is left out. */
export async function readMessages(bytes: Uint8Array): Promise<readonly Message[]> {
  const found: Message[] = []
  for (const text of apart(Buffer.from(bytes).toString('utf8'))) {
    const message = await readMessage(text.replace(/^\s+/, ''))
    if (message !== null) found.push(message)
  }
  return found
}
