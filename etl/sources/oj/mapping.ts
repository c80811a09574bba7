import { Mapping } from '../../../data/model/workbook-mapping.ts'
import { mappingContent } from '../../mapping/mapping-file.ts'
import { RefusedFile } from '../../read/refused.ts'

/** Reads a mapping file: one sheet, or `{sheets: […]}`. @throws RefusedFile when it is not one */
export function readMapping(path: string): Mapping {
  const content = mappingContent(path)
  const mapping = Mapping.safeParse(content)
  if (mapping.success) return mapping.data
  const where = mapping.error.issues[0]?.path.join('.') ?? ''
  throw wrong(where)
}

function wrong(where: string): RefusedFile {
  const at = where ? ` (${where})` : ''
  return new RefusedFile(
    'mapping',
    `Mappningen${at} har inte formen {"sheet", "headerRow", "period", "columns": {"C": "indikator"}}.`,
    `The mapping${at} does not have the shape {"sheet", "headerRow", "period", "columns": {"C": "indicator"}}.`,
  )
}
