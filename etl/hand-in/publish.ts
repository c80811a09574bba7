import { text } from 'node:stream/consumers'
import { instruments } from '../../data/instruments/index.ts'
import type { Survey } from '../../data/model/survey.ts'
import type { UploadReport } from '../../data/model/upload.ts'
import { readSettings } from '../../data/settings.ts'
import { notePublished } from '../../data/store/figures.ts'
import { closeFollowup } from '../../data/store/manifest.ts'
import { listExtracts, openVault, withdraw } from '../../data/store/vault.ts'
import type { Report } from '../check/report.ts'
import { loadDelivery } from '../commands/load.ts'
import { type Context, contextOf } from '../commands/outcome.ts'
import { writing } from '../commands/writing.ts'
import { speak } from '../language.ts'
import { publish } from '../release/build.ts'
import { emptySampleBesideReal } from '../release/reconcile.ts'
import { loadExtract } from '../sources/extract.ts'
import { handedInName } from './handed-in-name.ts'
import { PublishJob, type PublishLine } from './job.ts'

/** The publishing process: stores what was approved, takes out what was withdrawn, and makes one release of it. Run again after any interruption it comes to the same. */
const job = PublishJob.parse(JSON.parse(await text(process.stdin)))
speak(job.language)
const context = contextOf(readSettings())
await writing(context, () => perform(context, job))

async function perform({ home, settings }: Context, { approved, takeOut }: PublishJob): Promise<void> {
  // Before anything is touched: whatever happens, the next run publishes.
  await notePublished(home.figures, false)
  await takeOutOf({ home, settings }, takeOut)
  if (takeOut.length > 0) closeFollowup(home)
  for (const one of approved) await store({ home, settings }, one)
  await emptySampleBesideReal(home, settings)
  const { manifest, report } = await publish(home, settings)
  const waiting = report.waiting.map(({ instrument, municipality, year, reason }) => {
    return { instrument, municipality, year, reason }
  })
  say({ kind: 'released', release: manifest.id, waiting, extracts: await extractsIn({ home, settings }) })
}

function say(line: PublishLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

async function takeOutOf({ home, settings }: Context, extracts: string[]): Promise<void> {
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    const known = new Set((await listExtracts(vault.connection)).map(({ id }) => id))
    for (const id of extracts.filter((extract) => known.has(extract))) await withdraw(vault.connection, id)
  } finally {
    vault.close()
  }
}

type Approved = PublishJob['approved'][number]

function store(context: Context, approved: Approved): Promise<void> {
  const instrument = instruments.find(({ id }) => id === approved.source)
  return instrument ? storeExtract(context, approved, instrument) : storeFigures(context, approved)
}

async function storeExtract(
  { home, settings }: Context,
  { id, path, municipality, mapping }: Approved,
  instrument: (typeof instruments)[number],
): Promise<void> {
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    const limits = { maxBytes: settings.JAMSIDES_MAX_FILE_MB * 1024 * 1024 }
    const report = await loadExtract([path], instrument, { municipality, limits, ...(mapping && { mapping }) }, vault)
    say(report.stored ? { kind: 'stored', id, extract: report.stored.extract, surveyYears: [] } : refused(id, report))
  } finally {
    vault.close()
  }
}

async function storeFigures(context: Context, { id, path, source, workbook }: Approved): Promise<void> {
  const options = { source, release: false, name: handedInName(), ...(workbook && { workbook }) }
  let surveyYears: number[] = []
  const { exit, object } = await loadDelivery(context, options, async (delivery) => {
    await delivery.open([path])
    await delivery.readFigures()
    surveyYears = yearsOfClients([...delivery.gathering.surveys.values()])
  })
  say(exit === 0 ? { kind: 'stored', id, extract: null, surveyYears } : refused(id, object as Report))
}

function yearsOfClients(surveys: Survey[]): number[] {
  return surveys.filter(({ answerers }) => answerers === 'clients').map(({ period }) => period)
}

function refused(id: string, { ok, findings, counts }: Report): PublishLine {
  const located = findings.map(({ row, column, rule, severity, message }) => {
    return { row, column, letter: null, rule, severity, message }
  })
  return { kind: 'refused', id, report: { ok, findings: located, counts } satisfies UploadReport }
}

async function extractsIn({ home, settings }: Context): Promise<string[]> {
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    return (await listExtracts(vault.connection)).map(({ id }) => id)
  } finally {
    vault.close()
  }
}
