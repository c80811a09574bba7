import type { TemplateResult } from 'lit'
import { HIDDEN, writeProtected } from '../../../data/model/findings/followup.ts'
import { moderateSentence } from '../../../data/model/findings/followup-areas.ts'
import { writeNumber } from '../../../data/model/numbers.ts'
import { type BandPart, type BandRow, bandBars } from '../../charts/band-bars.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { protectionNote } from '../followup/protection.ts'
import type { Area } from './areas.ts'
import type { Asi } from './asked.ts'
import { bandsNative } from './bands-native.ts'

/** How the interviewer's ratings are spread over the bands, an area a bar, with the share from moderate on. */
export function bandsFigure(asi: Asi, context: Context): TemplateResult {
  const { scope, undivided, areas } = asi
  const { lang } = context
  const words = followupIn(lang).asi
  const rows = areas.map((area) => rowOf(area, asi, context))
  return figure(
    {
      ...carried('fordelning', undivided, scope, context),
      methods: ['protection'],
      finding: moderateSentence(
        areas.map((area) => ({ title: area.title, share: moderateOf(area, asi) })),
        lang,
      ),
      subtitle: faceOf(
        {
          what: words.bandsSubtitle,
          seen: undivided.shown(
            areas.flatMap(({ id }) => [`${id}_skattning_fordelning_grund`, `${id}_skattning_minst_4_grund`]),
            scope.place,
          ),
          also: rows.some(({ parts }) => parts.some(({ first, last }) => first !== last)) ? [words.bandsMarks] : [],
        },
        scope,
        context,
      ),
      table: bandsTable(rows, context),
      note: protectionNote(
        { hidden: rows.filter(({ parts }) => parts.length === 0).length, protection: undivided.protection },
        scope,
        context,
      ),
      native: () => bandsNative(rows, words.bands),
      chart: (width) =>
        bandBars({ rows, bands: words.bands, besideTitle: words.moderate, merged: words.merged, lang }, { width }),
    },
    context,
  )
}

const moderateOf = (area: Area, { undivided, scope }: Asi) =>
  undivided.figure(`${area.id}_skattning_minst_4_grund`, scope.place)

function rowOf(area: Area, asi: Asi, { lang }: Context): BandRow {
  const words = followupIn(lang)
  return {
    ...area,
    parts: partsOf(area, asi, lang),
    instead: words.notShown,
    beside: writeProtected(moderateOf(area, asi), 'share', lang),
  }
}

/** The runs of bands that are shown; rounded shares need not add up to a hundred, so the bar is drawn in proportion. */
function partsOf(area: Area, { undivided, scope }: Asi, lang: Context['lang']): BandPart[] {
  const measure = `${area.id}_skattning_fordelning_grund`
  const steps = undivided.measure(measure)?.steps ?? []
  const runs = undivided.cell(measure, scope.place)?.distribution ?? []
  const all = runs.reduce((sum, { share }) => sum + share, 0)
  let reached = 0
  return runs.map(({ from, to, share }) => {
    const begins = reached
    reached += (100 * share) / all
    const range = followupIn(lang).asi.bandRange(from, to)
    return {
      id: area.id,
      first: steps.findIndex((step) => step.from === from),
      last: steps.findIndex((step) => step.to === to),
      ...{ share, range, from: begins, to: reached },
      label: `${area.title}, ${range}: ${writeProtected({ ...HIDDEN, value: share }, 'share', lang)}`,
    }
  })
}

function bandsTable(rows: readonly BandRow[], { lang }: Context): Table {
  const { columns, asi: words } = followupIn(lang)
  return {
    columns: [
      { label: columns.area },
      ...words.bands.map((label) => ({ label: `${label}, %`, numeric: true })),
      { label: columns.moderate },
    ],
    rows: rows.map(({ title, parts, instead, beside }) => [
      title,
      ...words.bands.map((_, band) => bandCell(parts, band, instead, lang)),
      beside,
    ]),
  }
}

/** A merged run stands in its first band and is pointed at from the others. */
function bandCell(parts: readonly BandPart[], band: number, instead: string, lang: Context['lang']): string {
  const part = parts.find(({ first, last }) => first <= band && band <= last)
  if (!part) return instead
  return part.first === band ? writeNumber(part.share, 0, lang) : '←'
}
