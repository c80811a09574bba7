import { z } from 'zod'
import { koladaIdSchema } from '../model/indicator.ts'
import { localizedSchema } from '../model/localized.ts'
import { bilingual, number, readTable } from './table.ts'

const gradeSchema = z.strictObject({ id: koladaIdSchema, value: z.number().int(), name: localizedSchema })
type Named = Omit<z.infer<typeof gradeSchema>, 'id'>

/** What the grades of a scale are called, by indicator, in the order of the file. */
export function readGrades(text: string): Map<string, Named[]> {
  const entries = readTable('grades.csv', text, gradeSchema, ['id', 'value', 'name.sv', 'name.en'], (cells) => ({
    id: cells.id,
    value: number(cells.value),
    name: bilingual(cells, 'name'),
  }))
  const grades = new Map<string, Named[]>()
  for (const { value } of entries) grades.set(value.id, [...(grades.get(value.id) ?? []), withoutId(value)])
  return grades
}

const withoutId = ({ value, name }: z.infer<typeof gradeSchema>): Named => ({ value, name })
