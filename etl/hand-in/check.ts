import { text } from 'node:stream/consumers'
import { readSettings } from '../../data/settings.ts'
import { homeAt } from '../../data/store/home.ts'
import { speak } from '../language.ts'
import { checkHandedExtract } from './check-extract.ts'
import { checkHandedFigures } from './check-figures.ts'
import { CheckJob, type CheckLine } from './job.ts'
import { closeNetwork } from './no-network.ts'

/** The checking process: one file that somebody sent, and nothing else, is read here. */
closeNetwork()
const job = CheckJob.parse(JSON.parse(await text(process.stdin)))
speak(job.language)
/** A file may unpack to this many times the size that may be sent. */
const TIMES_UNPACKED = 8
const settings = readSettings()
const say = (line: CheckLine): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
const limits = { maxBytes: settings.JAMSIDES_UPLOAD_MB * TIMES_UNPACKED * 1024 * 1024 }
const isFigures = job.source === 'indicators' || job.source === 'oj'
await (isFigures ? checkHandedFigures : checkHandedExtract)(job, {
  home: homeAt(settings.JAMSIDES_HOME),
  settings,
  limits,
  say,
})
say({ kind: 'done' })
