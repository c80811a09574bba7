import { asi } from '../instruments/asi.ts'
import type { Instrument } from '../instruments/definition.ts'
import { ubu } from '../instruments/ubu.ts'
import type { Lang } from '../model/numbers.ts'
import { csvTemplate, xlsxTemplate } from './extract.ts'
import { indicatorsCsv, indicatorsXlsx } from './indicators.ts'
import { surveyCsv, surveyXlsx } from './survey.ts'

/** An empty file with the right columns; as a workbook with its codebook. */
type Template = { csv(): string; xlsx(language: Lang): Promise<Buffer> }

const ofInstrument = (instrument: Instrument): Template => ({
  csv: () => csvTemplate(instrument),
  xlsx: (language) => xlsxTemplate(instrument, language),
})

/** Every template, by what its file holds. */
export const templates = {
  asi: ofInstrument(asi),
  ubu: ofInstrument(ubu),
  indicators: { csv: indicatorsCsv, xlsx: indicatorsXlsx } satisfies Template,
  /** Handed in as local indicators too. */
  survey: { csv: surveyCsv, xlsx: surveyXlsx } satisfies Template,
}
