import { existsSync } from 'node:fs'
import type { Survey } from '../../data/model/survey.ts'
import type { UploadReport } from '../../data/model/upload.ts'
import { openLocked } from '../../data/store/duckdb.ts'
import { conditionOf, declaredIndicators, type Figure } from '../../data/store/figures.ts'
import { Delivery } from '../commands/delivery.ts'
import { say } from '../language.ts'
import type { Checking } from './check-extract.ts'
import type { CheckJob } from './job.ts'

/** Checks local indicators or a workbook as `check` does. Only figures of the municipality that hands in are taken from its own indicators. */
export async function checkHandedFigures(
  job: CheckJob,
  { home, settings, limits, say: tell }: Checking,
): Promise<void> {
  const stored = existsSync(home.figures) ? await openLocked(home.figures, 256) : null
  const figures = new Figures(job)
  try {
    const declared = stored ? await declaredIndicators(stored.connection) : []
    const delivery = new Delivery(
      { ...settings, JAMSIDES_MAX_FILE_MB: limits.maxBytes / 2 ** 20 },
      { source: job.source },
      declared,
      (figure) => figures.take(figure),
    )
    await delivery.open([job.path])
    await delivery.readFigures()
    for (const survey of delivery.gathering.surveys.values()) figures.takeSurvey(survey)
    if (figures.foreign) delivery.findings.add(foreign())
    const { ok, findings, counts } = delivery.report()
    const located = findings.map(({ row, column, rule, severity, message }) => ({
      row,
      column,
      letter: null,
      rule,
      severity,
      message,
    }))
    tell({ kind: 'report', report: { ok, findings: located, counts } satisfies UploadReport })
    const emptiesSample = stored ? (await conditionOf(stored.connection)).sample : false
    if (ok) tell({ kind: 'preview', preview: { emptiesSample, years: [], figures: figures.summary } })
  } finally {
    stored?.close()
  }
}

/** What a file holds, and whether any of it is another municipality's. */
class Figures {
  foreign = false
  readonly #indicators = new Set<string>()
  readonly #years = new Set<number>()
  readonly #own: string | null
  #values = 0

  constructor({ source, municipality }: CheckJob) {
    this.#own = source === 'indicators' ? municipality : null
  }

  take({ indicator, period, municipality }: Figure): void {
    this.#indicators.add(indicator)
    this.#years.add(period)
    this.#values += 1
    if (this.#own !== null && municipality !== this.#own) this.foreign = true
  }

  /** How all municipalities together have answered is not one municipality's to say. */
  takeSurvey({ question, period, municipality }: Survey): void {
    this.#indicators.add(question)
    this.#years.add(period)
    this.#values += 1
    if (this.#own !== null && municipality !== this.#own) this.foreign = true
  }

  get summary() {
    const years = [...this.#years].sort((a, b) => a - b)
    return { indicators: this.#indicators.size, values: this.#values, years }
  }
}

const foreign = () => ({
  row: null,
  column: 'kommun',
  rule: 'foreign-municipality',
  severity: 'error' as const,
  message: say(
    'Filen har värden för en annan kommun än den som lämnar in. Ta bort de raderna.',
    'The file has values of another municipality than the one that hands in. Take those rows away.',
  ),
})
