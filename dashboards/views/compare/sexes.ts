import type { TemplateResult } from 'lit'
import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import { ownGapSentence, type SexGap, sexesFinding, sexGaps } from '../../../data/model/findings/sexes.ts'
import { sexOf } from '../../../data/model/findings/whom.ts'
import { asSentence, writeBare, writeDifference, writeValue } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import type { KeyItem } from '../../charts/key.ts'
import { sexGapChart } from '../../charts/sex-gap.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { subjectOf } from '../../parts/subject.ts'
import { alsoChosen } from './also.ts'
import { sexesNative } from './native/sexes.ts'
import { carried } from './rows.ts'

/** The same comparison for women and for men. */
export type Sexes = { women: CompareAnswer; men: CompareAnswer }

/** More rows than this are cut to the own municipality and the widest gaps. */
const MOST_ROWS = 20

/**
 * Asks for both sexes, where the indicator is published by sex and the total is looked at.
 * @returns null where there is nothing to compare
 */
export async function askSexes(period: number | string, { state, lang, lists }: Context): Promise<Sexes | null> {
  const { indicator } = state
  if (state.sex !== 'T' || !lists.indicators.get(indicator)?.bySex) return null
  const question = { indicator, period, group: state.group, reference: state.group }
  const [women, men] = await Promise.all(
    ['K', 'M'].map((sex) => ask<CompareAnswer>('compare', { ...question, sex }, lang)),
  )
  return sexGaps(women!, men!).length === 0 ? null : { women: women!, men: men! }
}

/** How far apart women and men are, the widest gap first. */
export function sexesFigure({ women, men }: Sexes, context: Context): TemplateResult {
  const { state, lang, texts } = context
  const gaps = sexGaps(women, men)
  const picked = new Set([state.municipality, ...alsoChosen(state)])
  const shown = gaps.filter((one, index) => index < MOST_ROWS || picked.has(one.municipality))
  const isAlone = gaps.length === 1
  return figure(
    {
      ...carried(women, 'kon', context),
      finding: sexesFinding(women, men, lang),
      subtitle: [subjectOf(women, 'T', lang), isAlone ? '' : texts.compare.sexesSubtitle].filter(Boolean).join(' · '),
      key: keyOf(shown, women, context),
      note: [
        isAlone ? '' : ownGapSentence(women, men, state.municipality, lang),
        shown.length < gaps.length ? texts.compare.shown(shown.length, gaps.length) : '',
      ].join(' '),
      processing: texts.figure.processed.gaps,
      methods: ['sex-gap', ...(gaps.some(({ rest }) => rest === 'measured') ? (['measured-noise'] as const) : [])],
      table: gapTable(gaps, women, context),
      native: () => sexesNative(shown, women.about, context),
      chart: (width) =>
        sexGapChart(
          {
            rows: shown.map((one) => ({ ...one, label: labelOf(one, women, context) })),
            own: state.municipality,
            words: whoIn(women, lang),
            about: women.about,
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

const JOINS = [
  ['joined', 'apart', true],
  ['dashed', 'chance', false],
  ['dotted', 'unknown', null],
] as const

/** Whose the dots are, what joins them, and what that rests on. */
function keyOf(shown: readonly SexGap[], { about }: CompareAnswer, { texts, lang }: Context): KeyItem[] {
  const used = JOINS.filter(([, , apart]) => shown.some((one) => one.apart === apart))
  return [
    { sign: 'women', word: sexOf({ sex: 'K', about }, lang) },
    { sign: 'men', word: sexOf({ sex: 'M', about }, lang) },
    ...used.map(([sign, word, apart]) => {
      const rests = new Set(shown.filter((one) => one.apart === apart).map(({ rest }) => texts.restWords[rest]))
      return { sign, word: texts.compare.gapKey[word]([...rests].join(', ')) }
    }),
  ]
}

/** Children are girls and boys. */
const whoIn = ({ about }: Pick<CompareAnswer, 'about'>, lang: Context['lang']) => ({
  women: sexOf({ sex: 'K', about }, lang),
  men: sexOf({ sex: 'M', about }, lang),
})

function labelOf(gap: SexGap, { about }: CompareAnswer, { lang }: Context): string {
  const [hers, his] = [gap.women, gap.men].map((value) => writeValue(value, about, lang))
  const who = whoIn({ about }, lang)
  return `${gap.name}: ${who.women} ${hers}, ${who.men} ${his}`
}

function gapTable(gaps: readonly SexGap[], { about }: CompareAnswer, { texts, lang }: Context): Table {
  const numeric = true
  const who = whoIn({ about }, lang)
  return {
    columns: [
      { label: texts.columns.municipality },
      { label: `${asSentence(who.women)}, ${about.unit}`, numeric },
      { label: `${asSentence(who.men)}, ${about.unit}`, numeric },
      { label: texts.compare.gapOf(asSentence(who.women), who.men), numeric },
    ],
    rows: gaps.map((one) => [
      one.name,
      writeBare(one.women, about, lang),
      writeBare(one.men, about, lang),
      writeDifference(one.gap, about, lang),
    ]),
  }
}
