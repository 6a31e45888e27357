import { SaxesParser } from 'saxes'

/** An element of a part, its name without a prefix. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Its own text, that of its children left out. */
  readonly text: string
}

interface Growing extends Element {
  children: Growing[]
  text: string
}

const none: Element = { name: '', attributes: {}, children: [], text: '' }
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The root of a part; an empty element where there is no part. Throws where it is not XML, or declares a document type. */
export function parseXml(part: string | undefined): Element {
  if (part === undefined) return none
  const parser = new SaxesParser()
  const root: Growing = { ...none, children: [] }
  const open = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a part declares a document type')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name: local(name), attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => void (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(part).close()
  return root.children[0] ?? none
}

/** The children of that name. */
export const childrenOf = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name)

/** The first child of that name, by a path of names; an empty element where there is none. */
export const childOf = (element: Element, ...path: readonly string[]): Element =>
  path.reduce((from, name) => from.children.find((child) => child.name === name) ?? none, element)

/** Whether there is a child of that name. */
export const hasChild = ({ children }: Element, name: string): boolean => children.some((child) => child.name === name)

/** All elements of that name, at any depth. */
export const allOf = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])

/** Text of a cell as spreadsheets mean it: `_x000a_` is a line break. */
export const meant = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** All text of an element and those in it, as spreadsheets mean it. */
export const textOf = (element: Element): string =>
  meant(
    allOf(element, 't')
      .map(({ text }) => text)
      .join(''),
  )
