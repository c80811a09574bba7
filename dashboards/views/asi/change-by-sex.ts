import type { TemplateResult } from 'lit'
import { writeProtected } from '../../../data/model/findings/followup.ts'
import { changeBySexSentence } from '../../../data/model/findings/followup-change.ts'
import { dotPanels } from '../../charts/dot-panels.ts'
import type { Panel } from '../../charts/panel.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { aroundZero } from '../followup/around-zero.ts'
import { carried, figureCells, hiddenAmong, signed } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { panelNative } from '../followup/native.ts'
import { dotOf } from '../followup/panels.ts'
import { figureNotShown, protectionNote } from '../followup/protection.ts'
import { unitOf } from './areas.ts'
import { type Asi, changesBySex, isShown, type SexChanges } from './asked.ts'

/** The change of each area among women and among men, each with how many of them were followed up. */
export function changeBySexFigure(asi: Asi, context: Context): TemplateResult {
  const { scope, changeBySex, areas, reading } = asi
  const { lang } = context
  const words = followupIn(lang)
  const sexes = changesBySex(asi)
  const drawn = sexes.filter(isShown)
  if (drawn.length === 0) return figureNotShown(words.asi.changeBySexHidden, scope, context)
  const kinds = drawn.map(
    ({ title, rate }) => `${title} (${words.asi.followedUp}: ${writeProtected(rate, 'share', lang)})`,
  )
  const panel = panelOf(asi, drawn, lang)
  const what = words.asi.changeBySexSubtitle(words.asi.readings[reading], unitOf(asi))
  return figure(
    {
      ...carried('konsforandring', changeBySex, scope, context),
      methods: ['paired-change', 'follow-up', 'protection'],
      finding: changeBySexSentence(
        areas.map(({ title }, at) => ({
          title,
          sexes: sexes.map((sex) => ({ title: sex.title, change: sex.changes[at]!.change })),
        })),
        lang,
      ),
      subtitle: faceOf(
        {
          what,
          seen: changeBySex.shown(areas.map(({ id }) => `${id}_${reading}_forandring`)),
          divided: 'bySex',
          also: [words.asi.changeBySexMarks],
        },
        scope,
        context,
      ),
      table: bySexTable(sexes, context),
      native: () => panelNative(panel, kinds, words.asi.readings[reading]),
      note: protectionNote(
        {
          hidden: hiddenAmong(sexes.flatMap(({ changes }) => changes.map(({ change }) => change))),
          protection: changeBySex.protection,
        },
        scope,
        context,
      ),
      chart: (width) => dotPanels({ columns: 1, row: 34, kinds, lang, panels: [panel] }, { width }),
    },
    context,
  )
}

function panelOf({ areas }: Asi, sexes: readonly SexChanges[], lang: Context['lang']): Panel {
  return {
    ...{ id: 'change-by-sex', title: '' },
    ...aroundZero(sexes.flatMap(({ changes }) => changes.map(({ change }) => change))),
    rows: areas.map(({ id, title }, at) => ({
      ...{ id, title },
      dots: sexes.map((sex, kind) => ({
        ...dotOf(sex.changes[at]!.change, kind, 'mean', `${title}, ${sex.title.toLowerCase()}`, lang),
        written: signed(sex.changes[at]!.change, lang) || followupIn(lang).notShown,
      })),
    })),
  }
}

function bySexTable(sexes: readonly SexChanges[], { lang }: Context): Table {
  const { columns } = followupIn(lang)
  const numeric = true
  return {
    columns: [
      ...[columns.area, columns.category].map((label) => ({ label })),
      ...[columns.before, columns.after, columns.change, columns.lower, columns.upper, columns.count].map((label) => ({
        label,
        numeric,
      })),
      { label: columns.followedUp },
    ],
    rows: sexes[0]!.changes.flatMap((_, at) =>
      sexes.map(({ title, rate, changes }) => {
        const { title: area, before, after, change } = changes[at]!
        return [
          ...[area, title],
          ...[before, after].map((end) => figureCells(end, 'mean', lang)[0]!),
          ...figureCells(change, 'mean', lang),
          writeProtected(rate, 'share', lang),
        ]
      }),
    ),
  }
}
