import type { Message } from '../readers/messages.ts'

/** The one word, also as an answer; what was passed on by somebody else would withdraw for the wrong person. */
const asked = /^(?:(?:re|aw)\s*:\s*)*["'“‘]?withdraw["'”’]?[.!]?$/i

const address = /^[^\s@]+@[^\s@]+$/

/** Whether a message, by its subject, withdraws the consent of the person who sent it, who can be told from it. */
export const isWithdrawal = (message: Message): message is Message & { readonly from: string } =>
  asked.test(message.subject) && message.from !== null && address.test(message.from)
