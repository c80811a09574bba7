import { html, type TemplateResult } from 'lit'
import type { UnitRow, UnitsAnswer } from '../../../data/model/answers/units.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { unitsFinding, unitsSentences } from '../../../data/model/findings/units.ts'
import { inPlace } from '../../../data/model/findings/whom.ts'
import { intervalMethods } from '../../../data/model/methods.ts'
import { writeBare, writeNumber, writeRange, writeValue } from '../../../data/model/numbers.ts'
import type { KeyItem } from '../../charts/key.ts'
import { unitDots } from '../../charts/unit-dots.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { link } from '../../parts/link.ts'
import { subjectOf } from '../../parts/subject.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import { unitsNative } from './native/units.ts'

/** The own municipality's units under its value; in a year without them, in which years there are. */
export function unitsFigure(answer: UnitsAnswer, context: Context): TemplateResult {
  if (answer.units.length === 0) return otherYears(answer, context)
  const { lang } = context
  return figure(
    {
      name: `enheter-${answer.indicator}-${answer.period}-${answer.municipality}`,
      finding: unitsFinding(answer, lang),
      subtitle: subjectOf(answer, answer.sex, lang),
      key: keyOf(answer, context),
      note: unitsSentences(answer, lang),
      source: answer.source,
      sample: answer.sample,
      processing: '',
      methods: [
        'units',
        ...(answer.units.some(({ lower }) => lower !== null) ? intervalMethods(answer.about.kind) : []),
      ],
      table: tableOf(answer, context),
      data: {
        resource: 'units',
        question: {
          municipality: answer.municipality,
          indicator: answer.indicator,
          period: answer.period,
          sex: answer.sex,
        },
      },
      native: () => unitsNative(answer, context),
      chart: (width) =>
        unitDots(
          {
            own: { ...answer.own, ...dotOf(answer.own, answer.name, answer, context), id: 'own' },
            units: answer.units.map((one) => ({ ...one, ...dotOf(one, one.name, answer, context) })),
            about: answer.about,
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

function otherYears({ periods, municipality, name }: UnitsAnswer, context: Context): TemplateResult {
  const { units } = exploringIn(context.lang)
  const years = periods.map((period) => link(String(period), { period: String(period), municipality }, context))
  return html`<p class="aside">${units.otherYears(inPlace(name, context.lang))} ${years.map((one, at) => html`${at > 0 ? ', ' : ''}${one}`)}.</p>`
}

type Shown = Pick<UnitRow, 'value' | 'status' | 'n' | 'lower' | 'upper'>

/** Its name and size, and what is read out of it: `Björkens boende (n = 34): 82 % (70–90 %)`. */
function dotOf(shown: Shown, name: string, { about }: UnitsAnswer, { lang }: Context) {
  const size = shown.n === null ? '' : `(n\u00a0=\u00a0${writeNumber(shown.n, 0, lang)})`
  const missing = missingWord(shown.status, lang)
  const range =
    shown.lower === null || shown.upper === null ? '' : ` (${writeRange(shown.lower, shown.upper, about, lang)})`
  const told = shown.value === null ? missing : `${writeValue(shown.value, about, lang)}${range}`
  return { name, size, missing, label: `${[name, size].filter(Boolean).join(' ')}: ${told}` }
}

/** What the dots are, and what their size and the bars say. */
function keyOf({ units, name, about }: UnitsAnswer, { texts, lang }: Context): KeyItem[] {
  const words = exploringIn(lang).units
  const known = units.filter(({ value }) => value !== null)
  return [
    { sign: 'median', word: words.own(name) },
    ...(known.some(({ n }) => n !== null) ? [{ sign: 'unit', word: words.sized } as const] : []),
    ...(known.some(({ n }) => n === null) ? [{ sign: 'ring', word: words.unsized } as const] : []),
    ...(!isAnswer(about) && known.some(({ lower }) => lower !== null)
      ? [{ sign: 'stated', word: texts.rests.stated } as const]
      : []),
  ]
}

function tableOf(answer: UnitsAnswer, context: Context): Table {
  const { texts, lang } = context
  const { columns } = texts
  const words = exploringIn(lang).units
  const numeric = true
  return {
    columns: [
      { label: words.column },
      { label: `${columns.value}, ${answer.about.unit}`, numeric },
      { label: columns.lower, numeric },
      { label: columns.upper, numeric },
      { label: columns.n, numeric },
      { label: columns.year, numeric },
    ],
    rows: [{ ...answer.own, name: words.own(answer.name) }, ...answer.units].map((row) => cells(row, answer, context)),
  }
}

function cells(row: Shown & { name: string }, { about, period }: UnitsAnswer, { lang }: Context): string[] {
  const bare = (value: number | null) => (value === null ? '' : writeBare(value, about, lang))
  return [
    row.name,
    row.value === null ? missingWord(row.status, lang) : bare(row.value),
    bare(row.lower),
    bare(row.upper),
    row.n === null ? '' : writeNumber(row.n, 0, lang),
    String(period),
  ]
}
