import type { UploadReport } from '../../data/model/upload.ts'
import { UnderstoodUpload } from '../../data/model/workbook-understanding.ts'
import { type Database, rowsOf } from '../../data/store/duckdb.ts'
import { conditionOf, declaredIndicators } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { openStage } from '../../data/store/stage.ts'
import { Delivery } from '../commands/delivery.ts'
import { keepSound } from '../commands/keep-sound.ts'
import { rememberedMappings } from '../mapping/remembered.ts'
import { inYearsOf } from '../sources/oj/shape.ts'
import type { Checking } from './check-extract.ts'
import { addStoredBeside, figureSliceOf, sharedWithOthers } from './figure-slice.ts'
import { figuresPreview } from './figures-preview.ts'
import { handedInName } from './handed-in-name.ts'
import type { CheckJob } from './job.ts'
import { OwnFigures, otherDefinition } from './own-figures.ts'

/** Checks local indicators or a workbook as `load` would, in a copy of what they touch, and says what loading would change. */
export async function checkHandedFigures(job: CheckJob, checking: Checking): Promise<void> {
  const { home, say: tell } = checking
  const slice = await figureSliceOf(home)
  try {
    const { sample } = await conditionOf(slice.connection)
    const surveys = await surveysIn(slice)
    const delivery = await read(slice, job, checking)
    await addStoredBeside(slice, home)
    if (job.source === 'indicators') await keepDefinitions(slice, job, delivery)
    const changes = delivery.findings.errors > 0 ? null : await keepSound(slice, delivery, sample)
    tell({ kind: 'report', report: located(delivery) })
    for (const understanding of understandings(delivery, home)) tell({ kind: 'understanding', understanding })
    if (!changes) return
    const figures = await figuresPreview(slice, delivery, changes, surveys)
    tell({ kind: 'preview', preview: { emptiesSample: sample, years: [], figures } })
  } finally {
    slice.close()
  }
}

async function surveysIn({ connection }: Database): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; definition: string }>(
    connection,
    'SELECT id, definition::TEXT AS definition FROM survey',
  )
  return new Map(rows.map(({ id, definition }) => [id, definition]))
}

async function read(slice: Database, job: CheckJob, { settings, limits }: Checking): Promise<Delivery> {
  const { path, source, municipality, workbook } = job
  const own = source === 'indicators' ? new OwnFigures(municipality) : null
  const stage = await openStage(slice.connection)
  const delivery = new Delivery(
    { ...settings, JAMSIDES_MAX_FILE_MB: limits.maxBytes / 2 ** 20 },
    { source, name: handedInName(), ...(workbook && { workbook }) },
    await declaredIndicators(slice.connection),
    (figure, ...from) => {
      own?.look(figure)
      stage.add(figure, ...from)
    },
  )
  await delivery.open([path])
  await delivery.readFigures()
  stage.close()
  for (const survey of delivery.gathering.surveys.values()) own?.look(survey)
  for (const finding of own?.findings ?? []) delivery.findings.add(finding)
  return delivery
}

/** What others have figures of is not called something else by one municipality's file. */
async function keepDefinitions(slice: Database, { municipality }: CheckJob, delivery: Delivery): Promise<void> {
  const before = new Map((await declaredIndicators(slice.connection)).map((indicator) => [indicator.id, indicator]))
  const others = await sharedWithOthers(slice, municipality, [...before.keys()])
  for (const { id, title, unit } of delivery.gathering.declared.values()) {
    const was = before.get(id)
    if (was && others.has(id) && (was.title.sv !== title.sv || was.unit !== unit))
      delivery.findings.add(otherDefinition(was))
  }
}

function located(delivery: Delivery): UploadReport {
  const { ok, findings, counts } = delivery.report()
  return {
    ok,
    findings: findings.map(({ row, column, rule, severity, message }) => {
      return { row, column, letter: letterIn(column), rule, severity, message }
    }),
    counts,
  }
}

/** Of workbooks a finding's column is a letter already. */
const letterIn = (column: string | null): string | null => (/^[A-Z]{1,3}$/.test(column ?? '') ? column : null)

/** How a workbook was read: to be looked at and corrected, and how one of the same shape was read before. */
function* understandings({ understandings: read }: Delivery, home: Home): Generator<UnderstoodUpload> {
  const known = rememberedMappings(home)
  for (const { shape, ...understanding } of read.values()) {
    const kept = known.find((one) => one.shape.id === shape.id)
    const remembered = kept ? inYearsOf(kept.mapping, kept.shape, shape) : null
    const told = UnderstoodUpload.safeParse({ ...understanding, remembered })
    if (told.success) yield told.data
  }
}
