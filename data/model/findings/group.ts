import type { Lang } from '../numbers.ts'
import type { Compared as Answer } from './compared.ts'
import { directionSentence, type Finding, say, sentences } from './finding.ts'
import { isAnswer } from './kinds.ts'
import { majorityOf } from './majority.ts'
import { spreadFinding } from './spread.ts'
import { someOf, told, within } from './whom.ts'

/**
 * Where a group stands that nobody in it is singled out of: how many of it lie above or below the country's median, whichever
 * are more, and how far apart they lie.
 * @param country the same question asked of all municipalities
 */
export function groupFinding(group: Answer, country: Answer, lang: Lang): Finding {
  const spread = spreadFinding(group, lang)
  const title = isAnswer(group.about) ? null : besideMedian(group, country.reference.median, lang)
  return {
    title: title ?? spread,
    explanation: sentences(
      title === null ? '' : `${spread}.`,
      directionSentence(group.about, lang),
      missingOf(group, lang),
    ),
  }
}

function besideMedian(group: Answer, median: number | null, lang: Lang): string | null {
  const values = group.rows.flatMap(({ value, rank }) => (rank === null ? [] : (value ?? [])))
  if (median === null || values.length < 2) return null
  const above = values.filter((value) => value > median).length
  const below = values.filter((value) => value < median).length
  const place = within(group.reference, lang)
  const most = majorityOf(above, below, values.length)
  if (most === null)
    return told(
      group,
      say(lang, `${above} av ${values.length} ${place}`, `${above} of ${values.length} ${place}`),
      say(lang, 'ligger', 'are'),
      say(lang, `över landets median, ${below} under`, `above the country’s median, ${below} below`),
      lang,
    )
  const count = most === 'a' ? above : below
  const side =
    most === 'a'
      ? say(lang, 'över landets median', 'above the country’s median')
      : say(lang, 'under landets median', 'below the country’s median')
  return told(group, someOf(count, values.length, place, lang), say(lang, 'ligger', 'are'), side, lang)
}

function missingOf({ reference: { missing } }: Answer, lang: Lang): string {
  if (missing === 0) return ''
  return missing === 1
    ? say(lang, 'En kommun saknar värde.', 'One municipality has no value.')
    : say(lang, `${missing} kommuner saknar värde.`, `${missing} municipalities have no value.`)
}
