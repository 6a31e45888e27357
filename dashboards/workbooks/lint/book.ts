import { readPackage, type Package } from './package.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { readStyles, type Font } from './styles.ts'
import { allOf, childOf, parseXml, textOf, type Element } from './xml.ts'

/** A workbook as the rules look at it. */
export interface Book extends Package {
  readonly core: Element
  readonly app: Element
  readonly workbook: Element
  readonly sheets: readonly Sheet[]
  /** The font of the workbook's normal style. */
  readonly normal: Font
  /** Texts that cells may refer to, by their number. */
  readonly strings: readonly string[]
}

/** The workbook of a file. Throws `NotAWorkbook` where it is none. */
export function readBook(bytes: Uint8Array): Book {
  const taken = readPackage(bytes)
  const part = (name: string): Element => parseXml(taken.parts.get(name))
  const workbook = part('xl/workbook.xml')
  const strings = childOf(part('xl/sharedStrings.xml')).children.map(textOf)
  const { styles, normal } = readStyles(part('xl/styles.xml'))
  const targets = relationsOf(taken, 'xl/workbook.xml')
  const sheets = allOf(workbook, 'sheet').map((sheet) => {
    const path = targets.get(sheet.attributes['r:id'] ?? '') ?? ''
    const relations = relationsOf(taken, path)
    return readSheet({
      sheet,
      path,
      part: part(path),
      strings,
      styles,
      relations,
      partOf: part,
      relationsOf: (name) => relationsOf(taken, name),
    })
  })
  return { ...taken, core: part('docProps/core.xml'), app: part('docProps/app.xml'), workbook, sheets, normal, strings }
}

/** The targets of a part's relations by their ids, as names of parts; links to elsewhere as they are. */
export function relationsOf({ parts }: Pick<Package, 'parts'>, path: string): ReadonlyMap<string, string> {
  const [folder, file] = [path.replace(/[^/]*$/, ''), path.replace(/^.*\//, '')]
  const relations = allOf(parseXml(parts.get(`${folder}_rels/${file}.rels`)), 'Relationship')
  return new Map(
    relations.map(({ attributes: { Id = '', Target = '', TargetMode } }) => [
      Id,
      TargetMode === 'External' ? Target : resolved(folder, Target),
    ]),
  )
}

/** A target seen from a folder, as the name of a part. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').filter(Boolean)
  for (const step of target.split('/'))
    if (step === '..') path.pop()
    else path.push(step)
  return path.join('/')
}
