import type { TemplateResult } from 'lit'
import { funnelFinding, isLost } from '../../../data/model/findings/funnel.ts'
import { distributionFinding } from '../../../data/model/findings/spread.ts'
import { within } from '../../../data/model/findings/whom.ts'
import { type Lang, writeRange, writeValue } from '../../../data/model/numbers.ts'
import { distributionStrip } from '../../charts/distribution-strip.ts'
import type { KeyItem } from '../../charts/key.ts'
import { stripKind } from '../../charts/strip-kind.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { subjectOf } from '../../parts/subject.ts'
import { alsoChosen } from './also.ts'
import type { Compared } from './asked.ts'
import { restsOf } from './keys.ts'
import { distributionNative } from './native/distribution.ts'
import { carried, compareTable, drawnRow } from './rows.ts'

/** How all municipalities spread, and where the own one stands among them. */
export function distributionFigure({ country, funnel }: Compared, context: Context): TemplateResult {
  const { state, lang, texts, lists } = context
  const { median, q1, q3 } = country.reference
  const { about } = country
  const group = state.group === 'all' ? undefined : lists.groups.get(state.group)
  return figure(
    {
      ...carried(country, 'fordelning', context),
      finding: distributionFinding(country, lang),
      subtitle: subjectOf(country, state.sex, lang),
      key: keyOf(country, group?.name ?? '', context),
      note: funnel && isLost(funnel) ? lostNote(funnel, lang) : '',
      table: compareTable(country, context),
      native: () => distributionNative(country, context, alsoChosen(state)),
      chart: (width) =>
        distributionStrip(
          {
            points: country.rows.flatMap(({ value, ...row }) =>
              value === null ? [] : [drawnRow({ ...row, value }, country, context)],
            ),
            own: state.municipality,
            also: alsoChosen(state),
            group: new Set(group?.members),
            reference: { median, q1, q3 },
            about,
            barLabel: (from, to, held, ofGroup) =>
              texts.compare.stripBar(
                from === to ? writeValue(from, about, lang) : writeRange(from, to, about, lang),
                held,
                group ? texts.compare.stripOf(ofGroup, within(group, lang)) : '',
              ),
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

/** Why the spread is shown and no funnel. */
function lostNote(funnel: NonNullable<Compared['funnel']>, lang: Lang): string {
  const { title, explanation } = funnelFinding(funnel, '', lang)
  return `${title}. ${explanation}`
}

/** What a dot or a bar is, whose they are, and how sure the own value is. */
function keyOf(country: Compared['country'], group: string, context: Context): KeyItem[] {
  const { texts, state } = context
  const known = country.rows.filter(({ value }) => value !== null)
  const kind =
    known.length > 0
      ? stripKind(
          known.map(({ value }) => value!),
          country.about,
        )
      : 'dots'
  const { compare } = texts
  const own = known.filter(({ municipality }) => municipality === state.municipality)
  return [
    { sign: kind === 'dots' ? 'dot' : 'bar', word: compare.strip[kind](country.reference.count) },
    ...(group === '' ? [] : [{ sign: 'group', word: compare.stripGroup[kind](group) } as const]),
    ...(kind === 'values' ? [] : MIDDLE.map((sign) => ({ sign, word: compare.stripMiddle[sign] }))),
    ...restsOf(own, country.about, context),
  ]
}

const MIDDLE = ['field', 'median'] as const
