import type { CalendarAnswer } from '../../../data/model/answers/calendar.ts'
import type { MappingsAnswer } from '../../../data/model/answers/mappings.ts'
import type { UploadsAnswer } from '../../../data/model/answers/uploads.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import { isExtract } from '../../../data/model/upload.ts'
import { act } from '../../api-client/act.ts'

/** What the page asks for before it is shown. */
export type HandInAnswer = { uploads: UploadsAnswer; mappings: MappingsAnswer; calendar: CalendarAnswer }

/** How extracts are read, for who hands any in. */
export async function mappingsFor({ sources }: UploadsAnswer, lang: Lang): Promise<MappingsAnswer> {
  return sources.some(isExtract) ? act<MappingsAnswer>('GET', 'mappings', lang) : { mappings: [], formats: [] }
}
