import type { TemplateResult } from 'lit'
import { type ProtectedFigure, writeProtected } from '../../../data/model/findings/followup.ts'
import { type AreaChange, changeSentence, countShown, turnOf } from '../../../data/model/findings/followup-change.ts'
import { type ChangeRow, changeArrows } from '../../charts/change-arrows.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried, figureCells, hiddenAmong, signed } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { protectionNote } from '../followup/protection.ts'
import { scaleOf, unitOf } from './areas.ts'
import { type Asi, areaChanges } from './asked.ts'
import { changeNative } from './change-native.ts'

/** From baseline to follow-up of the same persons, with how many of all were followed up. */
export function changeFigure(asi: Asi, context: Context): TemplateResult {
  const { scope, undivided, reading } = asi
  const { lang } = context
  const words = followupIn(lang)
  const changes = areaChanges(asi)
  const rate = undivided.figure('uppfoljda', scope.place)
  const known = rate.value !== null
  const drawn = () => changes.map((change) => rowOf(change, countShown(changes), context))
  return figure(
    {
      ...carried('forandring', undivided, scope, context),
      methods: ['paired-change', 'follow-up', 'protection'],
      finding: known ? changeSentence(changes, lang) : words.asi.noRateTitle,
      subtitle: known ? subtitleOf(asi, rate, context) : words.asi.noRateDetail,
      table: changeTable(asi, rate, context),
      native: () => changeNative(drawn(), { ...scaleOf(reading), unit: words.asi.readings[reading] }, lang),
      note: protectionNote(
        { hidden: hiddenAmong(changes.map(({ change }) => change)), protection: undivided.protection },
        scope,
        context,
      ),
      chart: (width) => changeArrows({ ...scaleOf(reading), lang, rows: drawn() }, { width }),
    },
    context,
  )
}

function subtitleOf(asi: Asi, rate: ProtectedFigure, context: Context): string {
  const { reading, areas, undivided, scope } = asi
  const { asi: words } = followupIn(context.lang)
  return faceOf(
    {
      what: words.changeSubtitle(words.readings[reading], unitOf(asi)),
      seen: undivided.shown(
        areas.map(({ id }) => `${id}_${reading}_forandring`),
        scope.place,
      ),
      also: [words.followedUpOf(writeProtected(rate, 'share', context.lang)), words.samePersons],
    },
    scope,
    context,
  )
}

function rowOf({ id, title, before, after, change }: AreaChange, among: number, { lang }: Context): ChangeRow {
  const words = followupIn(lang)
  const moved = signed(change, lang)
  const ends = [before, after].map((end) => writeProtected(end, 'mean', lang)).join(' → ')
  return {
    ...{ id, title, before: before.value, after: after.value, turn: turnOf(change, among), written: moved },
    ...endsOf(before, change),
    instead: change.value === null ? words.notShown : words.asi.onlyChange(moved),
    label: `${title}: ${change.value === null ? words.notShown : `${ends} (${moved})`}`,
  }
}

/** Where the arrow may end: the interval of the change, from where it begins. */
function endsOf({ value }: ProtectedFigure, { lower, upper }: ProtectedFigure) {
  const known = value !== null && lower !== null && upper !== null
  return { lower: known ? value + lower : null, upper: known ? value + upper : null }
}

function changeTable(asi: Asi, rate: ProtectedFigure, { lang }: Context): Table {
  const { columns } = followupIn(lang)
  const numeric = true
  return {
    columns: [
      { label: columns.area },
      ...[columns.before, columns.after, columns.change, columns.lower, columns.upper, columns.count].map((label) => ({
        label,
        numeric,
      })),
      { label: columns.followedUp },
    ],
    rows: areaChanges(asi).map(({ title, before, after, change }) => [
      title,
      ...[before, after].map((end) => figureCells(end, 'mean', lang)[0]!),
      ...figureCells(change, 'mean', lang),
      writeProtected(rate, 'share', lang),
    ]),
  }
}
