import type { CalendarAnswer } from '../../../data/model/answers/calendar.ts'
import type { MappingsAnswer } from '../../../data/model/answers/mappings.ts'
import type { UploadsAnswer } from '../../../data/model/answers/uploads.ts'

/** What the page asks for before it is shown. */
export type HandInAnswer = { uploads: UploadsAnswer; mappings: MappingsAnswer; calendar: CalendarAnswer }
