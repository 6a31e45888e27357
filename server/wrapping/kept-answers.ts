import { createHash } from 'node:crypto'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Asked } from '../../analytics/measures/measure.ts'

/** All that an answer follows from: the same key is the same answer, to the byte. */
export interface AnswerKey {
  readonly hubId: number
  readonly dataVersion: number
  readonly audience: Audience
  readonly measure: string
  readonly asked: Asked
  /** What it is wrapped in, such as `csv`. */
  readonly wrapping: string
}

/** An answer in its wrapping. It holds nothing of the person who asked: others of the same audience are given it too. */
export interface WrappedAnswer {
  readonly body: string | Buffer
  readonly rows: number
  /** The day it speaks for. */
  readonly asOf: Day
}

/** The same with the tag by which a browser that has it knows it again. */
export type KeptAnswer = WrappedAnswer & { readonly etag: string }

/** Gives an answer: the one kept, or one made anew. */
export type KeepAnswer = (key: AnswerKey, make: () => WrappedAnswer) => KeptAnswer

/** A tag for what follows from some texts. Weak, for the same body is sent packed in several ways. */
export const tagOf = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return `W/"${hash.digest('base64url').slice(0, 27)}"`
}

/** The answers given last, by what they follow from, in so many bytes at most; the one longest not asked for goes first. */
export function answerKeeper(mostBytes = 32 * 2 ** 20): KeepAnswer {
  const kept = new Map<string, KeptAnswer>()
  let bytes = 0
  const sizeOf = (key: string, { body }: WrappedAnswer): number => key.length + Buffer.byteLength(body)
  const drop = (key: string, answer: KeptAnswer): void => {
    kept.delete(key)
    bytes -= sizeOf(key, answer)
  }
  return ({ hubId, dataVersion, audience, measure, asked, wrapping }, make) => {
    const key = JSON.stringify([hubId, dataVersion, audience, measure, wrapping, asked])
    const known = kept.get(key)
    if (known !== undefined) drop(key, known)
    const made = known === undefined ? make() : null
    const answer = known ?? { ...made!, etag: tagOf(wrapping, made!.body) }
    kept.set(key, answer)
    bytes += sizeOf(key, answer)
    for (const [oldest, other] of kept) if (bytes > mostBytes) drop(oldest, other)
    return answer
  }
}
