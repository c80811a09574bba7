import type { TemplateResult } from 'lit'
import { distributionFinding } from '../../../data/model/findings/compare.ts'
import { distributionStrip } from '../../charts/distribution-strip.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { alsoChosen } from './also.ts'
import type { Compared } from './asked.ts'
import { distributionNative } from './native/distribution.ts'
import { carried, compareTable, labelOf } from './rows.ts'

/** How all municipalities spread, and where the own one stands among them. */
export function distributionFigure({ country }: Compared, context: Context): TemplateResult {
  const { state, lang, texts, lists } = context
  const { median, q1, q3, count } = country.reference
  const group = state.group === 'all' ? undefined : lists.groups.get(state.group)
  return figure(
    {
      ...carried(country, 'fordelning', context),
      finding: distributionFinding(country, lang),
      subtitle: [texts.compare.strip(count), group ? texts.compare.stripGroup(group.name) : '']
        .filter(Boolean)
        .join(' · '),
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
            about: country.about,
            lang,
          },
          { width },
        ),
    },
    context,
  )
}
