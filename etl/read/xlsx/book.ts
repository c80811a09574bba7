import { attribute, elements } from '../xml.ts'

/** A sheet as the workbook lists it. `part` is the file of the archive that holds its cells. */
interface ListedSheet {
  name: string
  part: string
  hidden: boolean
}

export interface Book {
  sheets: ListedSheet[]
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  date1904: boolean
}

const MAIN = 'xl/workbook.xml'

/** The sheets of a workbook in their order; null when the archive is no workbook. @param part the text of a part */
export function bookOf(part: (name: string) => string | undefined): Book | null {
  const main = mainPart(part('_rels/.rels') ?? '')
  const xml = part(main)
  if (xml === undefined) return null
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const targets = targetsOf(part(`${folder}_rels/${main.slice(folder.length)}.rels`) ?? '', folder)
  const sheets = Array.from(elements(xml, 'sheet'), ({ attributes }) => ({
    name: attribute(attributes, 'name') ?? '',
    part: targets.get(attribute(attributes, 'r:id') ?? attribute(attributes, 'id') ?? '') ?? '',
    hidden: !['visible', null].includes(attribute(attributes, 'state')),
  }))
  return { sheets, date1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(xml) }
}

function mainPart(rels: string): string {
  for (const { attributes } of elements(rels, 'Relationship')) {
    if (/officeDocument$/.test(attribute(attributes, 'Type') ?? ''))
      return (attribute(attributes, 'Target') ?? MAIN).replace(/^\//, '')
  }
  return MAIN
}

function targetsOf(rels: string, folder: string): Map<string, string> {
  const targets = new Map<string, string>()
  for (const { attributes } of elements(rels, 'Relationship')) {
    const target = attribute(attributes, 'Target') ?? ''
    targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `${folder}${target}`)
  }
  return targets
}
