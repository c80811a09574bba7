import { html, type TemplateResult } from 'lit'
import type { CalendarAnswer } from '../../data/model/answers/calendar.ts'
import type { UploadsAnswer } from '../../data/model/answers/uploads.ts'
import { act } from '../api-client/act.ts'
import type { View } from '../page/view.ts'
import { handInIn } from '../text/hand-in/index.ts'
import './hand-in/hand-in.ts'
import { type HandInAnswer, mappingsFor } from './hand-in/asked.ts'

/** Where extracts are handed in: a file, what is wrong with it, what it would change, approval, receipt. */
export const view: View<HandInAnswer> = {
  choosers: [],
  async ask({ lang }) {
    const [uploads, calendar] = await Promise.all([
      act<UploadsAnswer>('GET', 'uploads', lang),
      act<CalendarAnswer>('GET', 'calendar', lang),
    ])
    return { uploads, mappings: await mappingsFor(uploads, lang), calendar }
  },
  title: (_, { lang }) => handInIn(lang).title,
  show: (answer, context): TemplateResult => html`<js-hand-in .answer=${answer} .context=${context}></js-hand-in>`,
}
