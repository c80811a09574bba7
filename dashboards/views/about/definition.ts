import { html, type TemplateResult } from 'lit'
import type { IndicatorEntry } from '../../../data/model/answers/indicators.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { directionSentence } from '../../../data/model/findings/finding.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import { aboutIn } from '../../text/about/index.ts'

/** What an indicator says, why it matters, which way is better and why, and who says so since when. */
export function definition(entry: IndicatorEntry, opened: boolean, context: Context): TemplateResult {
  const { lang, state } = context
  const words = aboutIn(lang).definitions
  return html`<details class="definition" id=${entry.id} tabindex="-1" ?open=${opened || state.at === entry.id}>
    <summary><strong>${entry.short}</strong> <small>${[entry.unit, entry.id].filter(Boolean).join(' · ')}</small></summary>
    <dl class="pairs">
      ${pairsOf(entry, context).map(
        ([term, told]) => html`<dt>${term}</dt>
          <dd>${told}</dd>`,
      )}
    </dl>
    <p>
      ${entry.periods.length > 0 ? link(words.compare, { view: 'compare', indicator: entry.id, period: '' }, context) : ''}
      ${link(words.link, { view: 'about', at: entry.id }, context)}
    </p>
  </details>`
}

function pairsOf(entry: IndicatorEntry, { lang, lists }: Context): [string, string][] {
  const words = aboutIn(lang).definitions
  const base = entry.base === null ? undefined : lists.indicators.get(entry.base)
  return [
    [words.full, entry.title],
    [words.says, entry.says],
    [words.matters, entry.matters],
    [words.direction, `${directionSentence(entry, lang)} ${entry.directionReason}`],
    [words.base, base ? words.baseIs(base.short) : (entry.baseReason ?? words.noBase)],
    [words.source, entry.source],
    [words.years, yearsOf(entry, lang)],
    [words.reviewed, reviewOf(entry, lang)],
  ]
}

function yearsOf({ periods, coverage, discontinued }: IndicatorEntry, lang: Context['lang']): string {
  const words = aboutIn(lang).definitions
  if (periods.length === 0 || coverage.period === null) return words.noYears
  return [
    words.yearsAre(periods[0]!, periods.at(-1)!),
    words.coverage(coverage.municipalities, coverage.period),
    ...(discontinued === null ? [] : [words.ended(discontinued)]),
  ].join('; ')
}

function reviewOf({ reviewed, nextReview }: IndicatorEntry, lang: Context['lang']): string {
  const words = aboutIn(lang).definitions
  if (reviewed === null || nextReview === null) return words.notReviewed
  return words.reviewedAt(writeDate(reviewed, lang), writeDate(nextReview, lang))
}
