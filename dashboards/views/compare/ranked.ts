import { html, nothing, type TemplateResult } from 'lit'
import type { CompareAnswer, CompareRow } from '../../../data/model/answers/compare.ts'
import { rankedFinding } from '../../../data/model/findings/compare.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import { bandKey } from '../../charts/bands.ts'
import { equalParts } from '../../charts/equal-parts.ts'
import { rankedDots } from '../../charts/ranked-dots.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { link } from '../../parts/link.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import { alsoChosen } from './also.ts'
import type { Compared } from './asked.ts'
import { rankedNative } from './native/ranked.ts'
import { carried, compareTable, inOrder, labelOf } from './rows.ts'

/** More rows than this are cut to those nearest to the own municipality. */
const MANY = 40
const ON_EACH_SIDE = 10
/** Two drawings of so many rows fit a sheet of paper. */
const ON_A_SHEET = 25

/** The group's municipalities in order, against the middle half of the country. */
export function rankedFigure({ country, group }: Compared, context: Context): TemplateResult {
  const { state, lang } = context
  const ordered = inOrder(group)
  const shown = state.rows === 'all' ? ordered : nearest(ordered, state.municipality)
  return figure(
    {
      ...carried(group, 'rang', context),
      finding: rankedFinding(group, state.municipality, lang),
      subtitle: subtitleOf(group, shown, context),
      table: compareTable(group, context),
      native: () => rankedNative({ rows: shown, about: group.about, reference: country.reference }, context),
      note: ordered.length > MANY ? extent(shown.length, ordered.length, context) : '',
      chart: (width) => drawn(shown, { country, group, shown }, context, width),
      ...(shown.length > MANY && {
        sheets: {
          draw: (width: number) =>
            equalParts(shown, ON_A_SHEET).map((rows) => drawn(rows, { country, group, shown }, context, width)),
          tooMany: exploringIn(lang).selection.longTable(shown.length),
        },
      }),
    },
    context,
  )
}

type Ranked = Pick<Compared, 'country' | 'group'> & { shown: readonly CompareRow[] }

/** Some of the rows shown, on the axis of all of them. */
function drawn(rows: readonly CompareRow[], { country, group, shown }: Ranked, context: Context, width: number) {
  const { state, lang, texts } = context
  const { median, q1, q3 } = country.reference
  const labelled = (row: CompareRow) => ({
    ...row,
    label: labelOf(row, group, context),
    missing: missingWord(row.status, lang),
  })
  return rankedDots(
    {
      rows: rows.map(labelled),
      among: shown.map(labelled),
      own: state.municipality,
      also: alsoChosen(state),
      about: group.about,
      reference: { median, q1, q3 },
      medianLabel: median === null ? '' : texts.compare.medianLabel(writeValue(median, group.about, lang)),
      lang,
    },
    { width },
  )
}

/** All of a small group; of a large one those around the own municipality. */
function nearest(ordered: readonly CompareRow[], own: string): CompareRow[] {
  if (ordered.length <= MANY) return [...ordered]
  const at = Math.max(
    0,
    ordered.findIndex((row) => row.municipality === own),
  )
  const from = Math.max(0, Math.min(at - ON_EACH_SIDE, ordered.length - 2 * ON_EACH_SIDE - 1))
  return ordered.slice(from, from + 2 * ON_EACH_SIDE + 1)
}

function subtitleOf(group: CompareAnswer, shown: readonly CompareRow[], { texts, state }: Context): string {
  const { about, period } = group
  const sex = state.sex === 'T' ? '' : texts.sexes[state.sex as 'K' | 'M'].toLowerCase()
  const certain = shown.some((row) => row.lower !== null)
  const known = shown.filter((row) => row.value !== null)
  return [
    texts.compare.rankedSubtitle(about.title, period),
    sex,
    texts.compare.band,
    certain ? texts.compare.intervals : '',
    bandKey(
      known.map((row) => row.band),
      texts,
    ),
  ]
    .filter(Boolean)
    .join(' · ')
}

function extent(shown: number, of: number, context: Context): TemplateResult {
  const { texts, state } = context
  const [label, rows] = state.rows === 'all' ? [texts.compare.showNearest, ''] : [texts.compare.showAll, 'all']
  return html`${shown < of ? texts.compare.shown(shown, of) : nothing} ${link(label, { rows }, context)}`
}
