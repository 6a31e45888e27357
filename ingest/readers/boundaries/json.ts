import { decode } from '../encoding.ts'
import { limits } from './limits.ts'
import { damaged, tooLarge } from './unreadable.ts'

/** How many bytes tell whether a file is JSON. */
const head = 512

/** Whether a file is JSON that begins as an object: its bytes say so, not its name. */
export function isJson(bytes: Uint8Array): boolean {
  const decoded = decode(bytes.subarray(0, head))
  return 'utf8' in decoded && /^\s*\{\s*(["}]|$)/.test(new TextDecoder().decode(decoded.utf8))
}

const [quote, backslash] = [0x22, 0x5c]
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b])
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d])

/** Refuses JSON with too much within each other, or too much in all, before any of it is made into objects. */
function checkNesting(utf8: Uint8Array): void {
  let [depth, parts] = [0, 0]
  for (let at = 0; at < utf8.length; at++) {
    const byte = utf8[at]!
    if (byte === quote) at = endOfString(utf8, at)
    else if (opening.has(byte)) {
      depth += 1
      parts += 1
      if (depth > limits.depth) throw damaged(`JSON with more than ${limits.depth} lists and objects within each other`)
      if (parts > limits.parts) throw tooLarge(`more than ${limits.parts} positions and lists`)
    } else if (closing.has(byte)) depth -= 1
  }
}

/** Where the string that begins at a place ends. */
function endOfString(utf8: Uint8Array, start: number): number {
  let at = start + 1
  while (at < utf8.length && utf8[at] !== quote) at += utf8[at] === backslash ? 2 : 1
  return at
}

/** What the JSON of a file says. Throws where it is none, or too much. */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.length > limits.fileSize) throw tooLarge(`${Math.round(bytes.length / 2 ** 20)} MB`)
  const decoded = decode(bytes)
  if ('unreadable' in decoded) throw damaged(decoded.unreadable)
  checkNesting(decoded.utf8)
  try {
    return JSON.parse(new TextDecoder().decode(decoded.utf8))
  } catch {
    throw damaged('JSON that is cut off or not written as JSON is')
  }
}
