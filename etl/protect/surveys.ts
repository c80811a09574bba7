import type { DuckDBConnection } from '@duckdb/node-api'
import { CLIENT_SURVEYS, ProtectedSurvey, type Survey, surveyId } from '../../data/model/survey.ts'
import { inTransaction, rowsOf } from '../../data/store/duckdb.ts'
import type { Strictness } from './plan.ts'
import type { OperatorReport } from './report.ts'
import { protectedSurvey, signatureOf } from './survey.ts'
import { type ReleasedSurvey, surveyGate } from './survey-gate.ts'

interface Build {
  vault: DuckDBConnection
  release: DuckDBConnection
  releaseId: string
  secret: string
  strictness: Strictness
  builtAt: Date
  sample: boolean
  report: OperatorReport
}

/**
 * Writes what may be shown of clients' answers into a release: by question, year and municipality what the gate lets
 * through, protected. What is hidden is not there. All municipalities together are shown only where none is shown by
 * itself: nothing can be had by subtraction.
 */
export async function protectSurveys(surveys: readonly Survey[], build: Build): Promise<void> {
  const alone = new Set(surveys.filter(({ municipality }) => municipality !== null).map(questionYear))
  const wanted = surveys.filter((survey) => survey.municipality !== null || !alone.has(questionYear(survey)))
  const signature = signatureOf(build.strictness)
  await inTransaction(build.vault, async () => {
    for (const survey of wanted) {
      const before = await releasedSurvey(build, survey)
      const { released, waits } = surveyGate(survey, before, { ...build, signature })
      if (waits) build.report.waiting.push(waitingOf(survey, waits))
      if (released) await lay(released, survey, signature, build)
    }
  })
}

const questionYear = ({ question, period }: Survey): string => `${question} ${period}`

const waitingOf = ({ municipality, period }: Survey, reason: 'fewer-than-ten' | 'four-changes' | 'stricter') => {
  return { instrument: CLIENT_SURVEYS, municipality: municipality ?? '', year: period, reason, changed: 0 }
}

async function lay({ survey, changes }: ReleasedSurvey, { grades }: Survey, signature: string, build: Build) {
  const { vault, release, releaseId, sample, secret, strictness } = build
  const id = surveyId(survey)
  await vault.run('INSERT INTO released_survey VALUES ($1, $2, false, $3, $4, $5, $6)', [
    ...[id, releaseId],
    sample,
    ...[signature, JSON.stringify(changes), JSON.stringify(survey)],
  ])
  const shown = protectedSurvey(survey, secret, strictness)
  if (!shown) return
  const named = { ...shown, grades: shown.grades.map((one) => grades.find(({ value }) => value === one.value) ?? one) }
  await release.run('INSERT INTO survey VALUES ($1, $2)', [id, JSON.stringify(ProtectedSurvey.parse(named))])
}

/** What the last release rests on; null where nothing was ever shown. */
async function releasedSurvey({ vault, sample }: Build, survey: Survey): Promise<ReleasedSurvey | null> {
  const [row] = await rowsOf<{ signature: string; changes: string; survey: string }>(
    vault,
    'SELECT signature, changes, survey FROM released_survey WHERE id = $1 AND sample = $2 AND confirmed',
    [surveyId(survey), sample],
  )
  return row ? { signature: row.signature, changes: JSON.parse(row.changes), survey: JSON.parse(row.survey) } : null
}
