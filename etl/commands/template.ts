import { asi } from '../../data/instruments/asi.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import { ubu } from '../../data/instruments/ubu.ts'
import { say } from '../language.ts'
import { csvTemplate, xlsxTemplate } from '../templates/extract.ts'
import { indicatorsCsv, indicatorsXlsx } from '../templates/indicators.ts'
import { type Context, type Outcome, WrongUsage } from './outcome.ts'

type Template = { csv(): string; xlsx(): Promise<Buffer> }

const ofInstrument = (instrument: Instrument): Template => ({
  csv: () => csvTemplate(instrument),
  xlsx: () => xlsxTemplate(instrument),
})

const TEMPLATES: Record<string, Template> = {
  asi: ofInstrument(asi),
  ubu: ofInstrument(ubu),
  indicators: { csv: indicatorsCsv, xlsx: indicatorsXlsx },
}

/** An empty file with the right columns, for stdout; as a workbook with its codebook. @throws WrongUsage */
export async function template(_: Context, name: string, { xlsx }: { xlsx?: boolean }): Promise<Outcome> {
  const found = TEMPLATES[name]
  if (!found) {
    const known = Object.keys(TEMPLATES).join(', ')
    throw new WrongUsage(
      say(
        `Det finns ingen mall ${name}. De som finns: ${known}.`,
        `There is no template ${name}. Those that exist: ${known}.`,
      ),
    )
  }
  const file = xlsx ? await found.xlsx() : found.csv()
  return { exit: 0, lines: [], object: { ok: true, template: name }, file }
}
