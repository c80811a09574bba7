import { html, nothing, type TemplateResult } from 'lit'
import { HIDDEN, type ProtectedFigure, writeProtected } from '../../../data/model/findings/followup.ts'
import { type AreaChange, changeSentence, turnOf } from '../../../data/model/findings/followup-change.ts'
import { writeNumber } from '../../../data/model/numbers.ts'
import { type ChangeRow, changeArrows } from '../../charts/change-arrows.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried, figureCells, hiddenAmong } from '../followup/carried.ts'
import { protectionNote } from '../followup/protection.ts'
import { scaleOf } from './areas.ts'
import { type Asi, areaChanges, OUTCOMES, RELIABLE } from './asked.ts'
import { changeNative } from './change-native.ts'

/** From baseline to follow-up of the same persons, with how many improved and worsened and how many were followed up. */
export function changeFigure(asi: NonNullable<Asi>, context: Context): TemplateResult {
  const { scope, undivided, reading } = asi
  const { lang } = context
  const words = followupIn(lang)
  const changes = areaChanges(asi)
  const rate = undivided.figure('uppfoljda', scope.place)
  const rated = reading === 'skattning'
  const known = rate.value !== null
  const drawn = () => changes.map((change) => rowOf(change, asi, context))
  return figure(
    {
      ...carried('forandring', undivided, scope, context),
      methods: ['paired-change', 'reliable-change', 'follow-up', 'protection'],
      finding: known ? changeSentence(changes, lang) : words.asi.noRateTitle,
      subtitle: known ? subtitleOf(asi, rate, context) : words.asi.noRateDetail,
      table: changeTable(asi, rate, context),
      native: () => changeNative(drawn(), { ...scaleOf(reading), unit: words.asi.readings[reading] }, lang),
      note: protectionNote(
        {
          hidden: hiddenAmong(changes.map(({ change }) => change)),
          protection: undivided.protection,
          also: rated && known ? assumption(asi, context) : nothing,
        },
        scope,
        context,
      ),
      chart: (width) =>
        changeArrows(
          {
            ...scaleOf(reading),
            lang,
            columns: rated && known ? words.asi.turns : null,
            rows: drawn(),
          },
          { width },
        ),
    },
    context,
  )
}

/** What a reliable change, which stands in the table, was taken to be. */
function assumption({ areas, undivided }: NonNullable<Asi>, { lang }: Context): TemplateResult | typeof nothing {
  const assumes = undivided.measure(`${areas[0]!.id}_${RELIABLE[0]}`)?.assumes
  if (!assumes) return nothing
  const [steps, agreement, spread] = [assumes.threshold, assumes.reliability, assumes.sdBaseline]
  const words = followupIn(lang).asi.reliable(
    writeNumber(steps, 1, lang),
    writeNumber(agreement, 2, lang),
    writeNumber(spread, 1, lang),
  )
  return html`<p>${words}</p>`
}

function subtitleOf({ reading }: NonNullable<Asi>, rate: ProtectedFigure, { lang }: Context): string {
  const { asi } = followupIn(lang)
  return [
    asi.changeSubtitle(asi.readings[reading]),
    asi.followedUpOf(writeProtected(rate, 'share', lang)),
    reading === 'skattning' ? asi.outcomes : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function rowOf({ id, title, before, after, change }: AreaChange, asi: NonNullable<Asi>, { lang }: Context): ChangeRow {
  const words = followupIn(lang)
  const outcome = (which: (typeof OUTCOMES)[number]) =>
    asi.reading === 'skattning' && change.value !== null ? outcomeOf(id, which, asi) : null
  const written = OUTCOMES.map(outcome).map((one) => (one ? writeProtected(one, 'share', lang) : ''))
  const isUntold = written.every((one) => one === words.notShown)
  const [improved, unchanged, worsened] = isUntold ? ['', '', ''] : written
  const moved = signed(change, lang)
  const ends = [before, after].map((end) => writeProtected(end, 'mean', lang)).join(' → ')
  return {
    ...{ id, title, before: before.value, after: after.value, turn: turnOf(change) },
    ...endsOf(before, change),
    improved: improved!,
    unchanged: unchanged!,
    worsened: worsened!,
    untold: isUntold ? words.notShown : '',
    instead: change.value === null ? words.notShown : words.asi.onlyChange(moved),
    label: [
      `${title}: ${change.value === null ? words.notShown : `${ends} (${moved})`}`,
      improved && `${words.asi.turns.improved} ${improved}`,
      unchanged && `${words.asi.turns.unchanged} ${unchanged}`,
      worsened && `${words.asi.turns.worsened} ${worsened}`,
      isUntold && words.asi.untold,
    ]
      .filter(Boolean)
      .join(', '),
  }
}

/** Where the arrow may end: the interval of the change, from where it begins. */
function endsOf({ value }: ProtectedFigure, { lower, upper }: ProtectedFigure) {
  const known = value !== null && lower !== null && upper !== null
  return { lower: known ? value + lower : null, upper: known ? value + upper : null }
}

const outcomeOf = (
  area: string,
  outcome: (typeof OUTCOMES | typeof RELIABLE)[number],
  { undivided, scope }: NonNullable<Asi>,
) => undivided.figure(`${area}_${outcome}`, scope.place)

const signed = (change: ProtectedFigure, lang: Context['lang']): string =>
  change.value === null ? '' : `${change.value > 0 ? '+' : ''}${writeProtected(change, 'mean', lang)}`

function changeTable(asi: NonNullable<Asi>, rate: ProtectedFigure, { lang }: Context): Table {
  const { columns } = followupIn(lang)
  const numeric = true
  const known = rate.value !== null
  return {
    columns: [
      { label: columns.area },
      ...[columns.before, columns.after, columns.change, columns.lower, columns.upper, columns.count].map((label) => ({
        label,
        numeric,
      })),
      ...[columns.improved, columns.unchanged, columns.worsened, ...columns.reliable, columns.followedUp].map(
        (label) => ({ label }),
      ),
    ],
    rows: areaChanges(asi).map(({ id, title, before, after, change }) => [
      title,
      ...[before, after].map((end) => figureCells(end, 'mean', lang)[0]!),
      ...figureCells(change, 'mean', lang),
      ...[...OUTCOMES, ...RELIABLE].map((outcome) =>
        writeProtected(known ? outcomeOf(id, outcome, asi) : HIDDEN, 'share', lang),
      ),
      writeProtected(rate, 'share', lang),
    ]),
  }
}
