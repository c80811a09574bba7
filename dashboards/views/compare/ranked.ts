import { html, nothing, type TemplateResult } from 'lit'
import type { CompareAnswer, CompareRow } from '../../../data/model/answers/compare.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { placeOf } from '../../../data/model/findings/quarters.ts'
import { rankedFinding } from '../../../data/model/findings/ranked.ts'
import { sexOf } from '../../../data/model/findings/whom.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import { placeKey } from '../../charts/bands.ts'
import { equalParts } from '../../charts/equal-parts.ts'
import type { KeyItem } from '../../charts/key.ts'
import { rankedDots } from '../../charts/ranked-dots.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { link } from '../../parts/link.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import { alsoChosen } from './also.ts'
import type { Compared } from './asked.ts'
import { restsOf } from './keys.ts'
import { rankedNative } from './native/ranked.ts'
import { carried, compareTable, drawnRow, inOrder } from './rows.ts'

/** More rows than this are cut to those nearest to the own municipality. */
const MANY = 40
const ON_EACH_SIDE = 10
/** More rows without a value than this are told in a sentence. */
const MOST_WITHOUT = 3
/** Two drawings of so many rows fit a sheet of paper. */
const ON_A_SHEET = 25

/** The group's municipalities in order, against the middle half of the country. */
export function rankedFigure({ country, group }: Compared, context: Context): TemplateResult {
  const { state, lang } = context
  const { ordered, left } = worthARow(inOrder(group), pickedOut(state))
  const shown = state.rows === 'all' ? ordered : nearest(ordered, pickedOut(state))
  return figure(
    {
      ...carried(group, 'rang', context),
      finding: rankedFinding(group, state.municipality, lang),
      subtitle: subtitleOf(group, context),
      key: keyOf({ country, group, shown }, context),
      table: compareTable(group, context),
      native: () => rankedNative({ rows: shown, group, reference: country.reference }, context),
      note: noteOf(shown.length, ordered.length, left, context),
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
    ...drawnRow(row, group, context),
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

/** The own municipality, then those that are shown beside it. */
const pickedOut = (state: Context['state']): string[] => [state.municipality, ...alsoChosen(state)]

/**
 * Rows that say something: where many lack a value, or not all are shown, only those that were picked out stand among the
 * others without one.
 */
function worthARow(rows: readonly CompareRow[], picked: readonly string[]) {
  const without = rows.filter(({ value, municipality }) => value === null && !picked.includes(municipality))
  const left = without.length > (rows.length > MANY ? 0 : MOST_WITHOUT) ? without : []
  return { ordered: rows.filter((row) => !left.includes(row)), left }
}

/**
 * All of a small group; of a large one those around the own municipality, or around the middle where it has no value, and
 * those that are shown beside it.
 */
function nearest(ordered: readonly CompareRow[], [own, ...also]: readonly string[]): CompareRow[] {
  if (ordered.length <= MANY) return [...ordered]
  const known = ordered.filter(({ value }) => value !== null)
  const at = known.findIndex(({ municipality }) => municipality === own)
  const middle = at < 0 ? Math.floor(known.length / 2) : at
  const from = Math.max(0, Math.min(middle - ON_EACH_SIDE, known.length - 2 * ON_EACH_SIDE - 1))
  const near = known.slice(from, from + 2 * ON_EACH_SIDE + 1)
  return ordered.filter((row) => near.includes(row) || row.municipality === own || also.includes(row.municipality))
}

const subtitleOf = ({ about, period }: CompareAnswer, { texts, state, lang }: Context): string =>
  [texts.compare.rankedSubtitle(about.title, period), sexOf({ sex: state.sex, about }, lang)]
    .filter(Boolean)
    .join(' · ')

/** What is drawn: the middle half, the places, and what the uncertainty rests on. */
function keyOf({ country, group, shown }: Ranked, context: Context): KeyItem[] {
  const { texts } = context
  const known = shown.filter((row) => row.value !== null)
  return [
    ...(country.reference.q1 === null ? [] : [{ sign: 'field', word: texts.compare.band } as const]),
    ...placeKey(
      known.map((row) => placeOf(row.band, group)),
      texts,
    ),
    ...restsOf(known, country.about, context),
  ]
}

function noteOf(shown: number, of: number, left: readonly CompareRow[], context: Context) {
  const { compare } = context.texts
  const names = left.map(({ name }) => name)
  const without =
    left.length === 0
      ? ''
      : names.length > MANY
        ? compare.missingMany(names.length)
        : compare.missingIn(names.join(', '))
  return of > MANY ? html`${extent(shown, of, context)} ${without}` : without
}

function extent(shown: number, of: number, context: Context): TemplateResult {
  const { texts, state } = context
  const [label, rows] = state.rows === 'all' ? [texts.compare.showNearest, ''] : [texts.compare.showAll, 'all']
  return html`${shown < of ? texts.compare.shown(shown, of) : nothing} ${link(label, { rows }, context)}`
}
