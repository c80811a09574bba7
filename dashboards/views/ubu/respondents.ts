import type { TemplateResult } from 'lit'
import { writeProtected } from '../../../data/model/findings/followup.ts'
import {
  interviewedSentence,
  type Respondent,
  respondentsSentence,
} from '../../../data/model/findings/followup-children.ts'
import { asSentence } from '../../../data/model/numbers.ts'
import { dotPanels } from '../../charts/dot-panels.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried, figureCells, hiddenAmong } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { panelNative } from '../followup/native.ts'
import { dotOf } from '../followup/panels.ts'
import { protectionNote } from '../followup/protection.ts'
import { aboutOf, interviewedOf, RESPONDENTS, ratingMeasures, ratingsOf, type Ubu } from './asked.ts'

/** Whether the address asks for shares of high ratings rather than means. */
export const wantsHigh = ({ state }: Context): boolean => state.reading === 'hoga'

/** The seven ratings as child, guardian and social worker give them, side by side. */
export function respondentsFigure(ubu: Ubu, context: Context): TemplateResult {
  const { scope, undivided } = ubu
  const { lang } = context
  const words = followupIn(lang)
  const high = wantsHigh(context)
  const kind = high ? 'share' : 'mean'
  const ratings = ratingsOf(ubu, high)
  const kinds = RESPONDENTS.map((who) => withRate(who, ubu, context))
  const panel = {
    ...{ id: 'ratings', title: '' },
    scale: high ? { min: 0, max: 100 } : { min: 1, max: 5 },
    ticks: high ? [0, 25, 50, 75, 100] : [1, 2, 3, 4, 5],
    rows: ratings.map(({ id, title, by }) => ({
      ...{ id, title: asSentence(title) },
      dots: RESPONDENTS.map((who, at) =>
        dotOf(by[who], at, kind, `${asSentence(title)}, ${words.ubu.respondents[who]}`, lang),
      ),
    })),
  }
  return figure(
    {
      ...carried('svarande', undivided, scope, context),
      methods: [high ? 'share-interval' : 'mean-interval', 'protection'],
      finding: respondentsSentence(ratings, lang),
      subtitle: faceOf(
        {
          what: aboutOf(ubu, words.ubu.respondentsSubtitle[high ? 'hoga' : 'medel'], context),
          seen: undivided.shown(ratingMeasures(ubu, high), scope.place),
          also: [high ? words.dotsHave : words.intervals, interviewedSentence(interviewedOf(ubu), lang)],
        },
        scope,
        context,
      ),
      table: respondentsTable(ubu, context),
      native: () => panelNative(panel, kinds, words.ubu.readings[high ? 'hoga' : 'medel']),
      note: protectionNote(
        { hidden: hiddenAmong(ratings.flatMap(({ by }) => Object.values(by))), protection: undivided.protection },
        scope,
        context,
      ),
      chart: (width) => dotPanels({ columns: 1, row: 34, kinds, lang, panels: [panel] }, { width }),
    },
    context,
  )
}

/** Who answers, with how many were interviewed of those who are asked. */
function withRate(who: Respondent, ubu: Ubu, { lang }: Context): string {
  const words = followupIn(lang).ubu
  if (who === 'socialsekreterare') return words.respondents[who]
  const rate = writeProtected(interviewedOf(ubu)[who], 'share', lang)
  return `${words.respondents[who]} (${words.interviewed.toLowerCase()}: ${rate})`
}

function respondentsTable(ubu: Ubu, context: Context): Table {
  const { lang } = context
  const { columns, ubu: words } = followupIn(lang)
  const high = wantsHigh(context)
  const interviewed = interviewedOf(ubu)
  const rateOf = (who: Respondent) =>
    who === 'socialsekreterare' ? '' : writeProtected(interviewed[who], 'share', lang)
  return {
    columns: [
      { label: columns.area },
      { label: columns.category },
      ...[columns.value, columns.lower, columns.upper, columns.count].map((label) => ({ label, numeric: true })),
      { label: words.interviewed },
    ],
    rows: ratingsOf(ubu, high).flatMap(({ title, by }) =>
      RESPONDENTS.map((who) => [
        asSentence(title),
        words.respondents[who],
        ...figureCells(by[who], high ? 'share' : 'mean', lang),
        rateOf(who),
      ]),
    ),
  }
}
