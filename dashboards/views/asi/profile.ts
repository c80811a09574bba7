import { html, nothing, type TemplateResult } from 'lit'
import { listed } from '../../../data/model/findings/followup.ts'
import { besideGroup, profileSentence } from '../../../data/model/findings/followup-areas.ts'
import { pairedDots } from '../../charts/paired-dots.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried, hiddenAmong } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { pairedNative } from '../followup/native.ts'
import { type Pair, pairedRow, pairedTable } from '../followup/paired-table.ts'
import { protectionNote } from '../followup/protection.ts'
import { baselineOf, scaleOf, unitOf } from './areas.ts'
import { type Asi, areaFigures } from './asked.ts'

/** The seven areas: the place's means with intervals, beside the group's. */
export function profileFigure(asi: Asi, context: Context): TemplateResult {
  const { scope, undivided, reading } = asi
  const { lang } = context
  const words = followupIn(lang)
  const rows = areaFigures(asi)
  const group = scope.group?.name ?? ''
  const drawn = {
    ...scaleOf(reading),
    zone: reading === 'skattning' ? { from: 4, to: 9, label: words.asi.zone } : null,
    lang,
    rows: pairsOf(asi).map((pair) => pairedRow(pair, 'mean', scope, lang)),
  }
  return figure(
    {
      ...carried('profil', undivided, scope, context),
      methods: ['mean-interval', 'protection'],
      finding: profileSentence(rows, lang),
      subtitle: faceOf(
        {
          what: words.asi.profileSubtitle(words.asi.readings[reading], unitOf(asi)),
          seen: undivided.shown(asi.areas.map((area) => baselineOf(area, reading))),
          also: [words.intervals, words.ownMark(scope.place.name), group && words.groupMark(group)],
        },
        scope,
        context,
      ),
      table: pairedTable(pairsOf(asi), 'mean', scope, undivided, lang),
      native: () =>
        pairedNative({ ...drawn, unit: words.asi.readings[reading], names: { own: scope.place.name, group } }),
      note: protectionNote(
        {
          hidden: hiddenAmong(rows.map(({ own }) => own)),
          protection: undivided.protection,
          also: notes(asi, group, context),
        },
        scope,
        context,
      ),
      chart: (width) => pairedDots({ ...drawn, unit: '', reference: null }, { width }),
    },
    context,
  )
}

/** Where the place differs from the group, and the caution that belongs to a score with money in it. */
function notes(asi: Asi, group: string, { lang }: Context): TemplateResult {
  const beside = group === '' ? '' : besideGroup(areaFigures(asi), group, lang)
  const cautioned = asi.areas.filter((area) => asi.undivided.measure(baselineOf(area, asi.reading))?.note)
  const names = listed(
    cautioned.map(({ title }) => title),
    lang,
  )
  return html`${beside === '' ? nothing : html`<p>${beside}</p>`}
  ${cautioned.length === 0 ? nothing : html`<p>${followupIn(lang).asi.moneyNote(names)}</p>`}`
}

const pairsOf = (asi: Asi): Pair[] =>
  areaFigures(asi).map((figures) => ({ ...figures, measure: baselineOf(figures, asi.reading) }))
