import type { Path } from './xml.ts'

/** Characters that XML cannot hold are written `_x000D_`; a text of that form itself has its first `_` so written. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Whether the text here is of a string: one of its runs, and not how it is pronounced. */
export const isStringText = (path: Path): boolean => path.at(-1) === 't' && path.at(-2) !== 'rPh'
