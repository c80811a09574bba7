import type { TemplateResult } from 'lit'
import type { AdjustedAnswer, AdjustedRow } from '../../../data/model/answers/adjusted.ts'
import { HIDDEN, placeOf, writeProtected } from '../../../data/model/findings/followup.ts'
import { adjustedSentence } from '../../../data/model/findings/followup-adjusted.ts'
import { type Lang, writeNumber } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import { type PairedRow, pairedDots, shareScale } from '../../charts/paired-dots.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried } from '../followup/carried.ts'
import { askCells, type Cells } from '../followup/cells.ts'
import { faceOf } from '../followup/face.ts'
import { pairedNative } from '../followup/native.ts'
import { protectionNote } from '../followup/protection.ts'
import type { Scope } from '../followup/scope.ts'
import { referenceQuestion, type Spot } from '../followup/spots.ts'
import type { Area } from './areas.ts'

/** An area's share from moderate on in each municipality: as it is, and as it would be with the group's ages and sexes. */
export type Adjusted = {
  area: Area
  members: readonly Spot[]
  measure: string
  plain: Cells
  answer: AdjustedAnswer
  question: Record<string, string>
}

/** Null where there is no group to compare with. @throws AskError */
export async function askAdjusted(
  { place, group, period }: Scope,
  area: Area,
  members: readonly Spot[],
  lang: Lang,
): Promise<Adjusted | null> {
  const reference = place.isGroup || !group ? place : group
  if (!reference.isGroup) return null
  const measure = `${area.id}_skattning_minst_4_grund`
  const places = members.map(({ id }) => id).join(',')
  const question = { instrument: 'asi', measure, places, periods: period, ...referenceQuestion(reference) }
  const [given, plain] = await Promise.all([
    ask<AdjustedAnswer>('adjusted', question, lang),
    askCells({ instrument: 'asi', measures: [measure], spots: members, period }, lang),
  ])
  const answer = { ...given, reference: { ...given.reference, name: reference.name } }
  return { area, members, measure, plain, answer, question }
}

/** Municipalities beside each other when differences in age and sex have been taken away. */
export function adjustedFigure(adjusted: Adjusted, scope: Scope, context: Context): TemplateResult {
  const { area, answer, plain, question } = adjusted
  const { lang } = context
  const words = followupIn(lang)
  const drawn = { rows: answer.rows.map((row) => drawnRow(row, adjusted, lang)), scale: { min: 0, max: 100 }, lang }
  return figure(
    {
      ...carried('justerad', plain, scope, context),
      data: { resource: 'adjusted', question },
      methods: ['standardised', 'share-interval', 'protection'],
      finding: adjustedSentence(answer.rows, lang),
      subtitle: faceOf(
        {
          what: words.asi.adjustedSubtitle(area.title),
          where: answer.reference.name,
          seen: plain.shown([adjusted.measure]),
          divided: 'otherwise',
          also: [
            words.asi.adjustedMarks,
            answer.reference.value === null
              ? ''
              : words.asi.adjustedLine(answer.reference.name, answer.reference.value),
            words.dotsHave,
          ],
        },
        scope,
        context,
      ),
      table: adjustedTable(adjusted, lang),
      note: protectionNote(
        { hidden: answer.rows.filter(({ value }) => value === null).length, protection: plain.protection },
        scope,
        context,
      ),
      native: () =>
        pairedNative({
          ...drawn,
          reference: { at: answer.reference.value, name: answer.reference.name },
          unit: '%',
          names: { own: words.asi.adjusted, group: words.asi.unadjusted },
        }),
      chart: (width) =>
        pairedDots(
          {
            ...drawn,
            ...shareScale(width, lang),
            zone: null,
            reference: answer.reference.value,
          },
          { width },
        ),
    },
    context,
  )
}

/** The limits of the ratio as limits of the share, within what a share can be. */
function limitsOf(
  { lower, upper }: AdjustedRow,
  { value }: AdjustedAnswer['reference'],
): [number | null, number | null] {
  if (lower === null || upper === null || value === null) return [null, null]
  return [Math.round(lower * value), Math.min(100, Math.round(upper * value))]
}

const plainOf = ({ plain, members, measure }: Adjusted, { municipality }: AdjustedRow) => {
  const spot = members.find(({ id }) => id === municipality)
  return spot ? plain.figure(measure, spot) : HIDDEN
}

function drawnRow(row: AdjustedRow, adjusted: Adjusted, lang: Lang): PairedRow {
  const words = followupIn(lang).asi
  const [lower, upper] = limitsOf(row, adjusted.answer.reference)
  const plain = plainOf(adjusted, row)
  const written = writeProtected({ ...HIDDEN, value: row.value }, 'share', lang)
  return {
    id: row.municipality,
    title: row.name,
    own: row.value,
    ...{ lower, upper, bounded: false, written },
    group: placeOf(plain),
    label: `${row.name}, ${words.adjusted}: ${written}${lower === null ? '' : `, ${lower}–${upper}\u00a0%`}`,
    groupLabel: `${row.name}, ${words.unadjusted}: ${writeProtected(plain, 'share', lang)}`,
  }
}

function adjustedTable(adjusted: Adjusted, lang: Lang): Table {
  const { columns, asi, notShown } = followupIn(lang)
  const bare = (value: number | null, decimals = 0) => (value === null ? notShown : writeNumber(value, decimals, lang))
  const numeric = true
  return {
    columns: [
      { label: columns.place },
      ...[`${asi.unadjusted}, %`, `${asi.adjusted}, %`, columns.lower, columns.upper, asi.ratio, asi.covered].map(
        (label) => ({ label, numeric }),
      ),
    ],
    rows: adjusted.answer.rows.map((row) => [
      row.name,
      writeProtected(plainOf(adjusted, row), 'share', lang),
      bare(row.value),
      ...limitsOf(row, adjusted.answer.reference).map((limit) => bare(limit)),
      bare(row.ratio, 2),
      bare(row.covered),
    ]),
  }
}
