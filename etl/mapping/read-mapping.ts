import { mistakesIn } from '../../data/instruments/extract-mapping.ts'
import { instruments } from '../../data/instruments/index.ts'
import { ExtractMapping } from '../../data/model/extract-mapping.ts'
import { RefusedFile } from '../read/refused.ts'
import { mappingContent } from './mapping-file.ts'

/** The mapping file of an extract; null when the file is a mapping of something else. @throws RefusedFile when it is wrong */
export function readExtractMapping(path: string): ExtractMapping | null {
  const content = mappingContent(path)
  if (content === null || typeof content !== 'object' || !('instrument' in content)) return null
  const read = ExtractMapping.safeParse(content)
  if (!read.success) throw wrong(read.error.issues[0]?.path.join('.') ?? '')
  const instrument = instruments.find(({ id }) => id === read.data.instrument)!
  const [mistake] = mistakesIn(read.data, instrument)
  if (mistake) throw wrong(mistake.path, mistake.message)
  return read.data
}

function wrong(where: string, message?: { sv: string; en: string }): RefusedFile {
  const at = where ? ` (${where})` : ''
  return new RefusedFile(
    'mapping',
    `Mappningen${at} ${message?.sv ?? 'har inte formen {"instrument", "columns": {"kon": {"from", "codes"}}, "leftOut"}'}.`,
    `The mapping${at} ${message?.en ?? 'does not have the shape {"instrument", "columns": {"kon": {"from", "codes"}}, "leftOut"}'}.`,
  )
}
