import type { TemplateResult } from 'lit'
import { distributionFinding } from '../../../data/model/findings/spread.ts'
import { writeRange, writeValue } from '../../../data/model/numbers.ts'
import { distributionStrip } from '../../charts/distribution-strip.ts'
import { stripKind } from '../../charts/strip-kind.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { subjectOf } from '../../parts/subject.ts'
import { alsoChosen } from './also.ts'
import type { Compared } from './asked.ts'
import { distributionNative } from './native/distribution.ts'
import { carried, compareTable, labelOf } from './rows.ts'

/** How all municipalities spread, and where the own one stands among them. */
export function distributionFigure({ country }: Compared, context: Context): TemplateResult {
  const { state, lang, texts, lists } = context
  const { median, q1, q3 } = country.reference
  const { about } = country
  const group = state.group === 'all' ? undefined : lists.groups.get(state.group)
  return figure(
    {
      ...carried(country, 'fordelning', context),
      finding: distributionFinding(country, lang),
      subtitle: subtitleOf(country, group?.name ?? '', context),
      table: compareTable(country, context),
      native: () => distributionNative(country, context, alsoChosen(state)),
      chart: (width) =>
        distributionStrip(
          {
            points: country.rows.flatMap(({ value, ...row }) =>
              value === null ? [] : [{ ...row, value, label: labelOf({ ...row, value }, country, context) }],
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
                group ? texts.compare.stripOf(ofGroup, group.name) : '',
              ),
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

/** Of what and when, and what a dot or a bar is. */
function subtitleOf(country: Compared['country'], group: string, { texts, state, lang }: Context): string {
  const values = country.rows.flatMap(({ value }) => value ?? [])
  const kind = values.length > 0 ? stripKind(values, country.about) : 'dots'
  const { compare } = texts
  return [
    subjectOf(country, state.sex, lang),
    compare.strip[kind](country.reference.count),
    group === '' ? '' : compare.stripGroup[kind](group),
    kind === 'values' ? '' : compare.stripMiddle,
  ]
    .filter(Boolean)
    .join(' · ')
}
