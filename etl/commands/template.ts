import { templates } from '../../data/templates/index.ts'
import { say, spokenLanguage } from '../language.ts'
import { type Context, type Outcome, WrongUsage } from './outcome.ts'

/** An empty file with the right columns, for stdout; as a workbook with its codebook. @throws WrongUsage */
export async function template(_: Context, name: string, { xlsx }: { xlsx?: boolean }): Promise<Outcome> {
  const found = Object.hasOwn(templates, name) ? templates[name as keyof typeof templates] : undefined
  if (!found) {
    const known = Object.keys(templates).join(', ')
    throw new WrongUsage(
      say(
        `Det finns ingen mall ${name}. De som finns: ${known}.`,
        `There is no template ${name}. Those that exist: ${known}.`,
      ),
    )
  }
  const file = xlsx ? await found.xlsx(spokenLanguage()) : found.csv()
  return { exit: 0, lines: [], object: { ok: true, template: name }, file }
}
