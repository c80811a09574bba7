import type { AdjustedRow } from '../answers/adjusted.ts'
import type { Lang } from '../numbers.ts'
import { say, sentences } from './finding.ts'
import { HIDDEN, isApart } from './followup.ts'

type Row = Pick<AdjustedRow, 'name' | 'ratio' | 'lower' | 'upper'>

/** The ratio of one who has what is expected. */
const EXPECTED = 1

/**
 * Which municipalities have more or less than their ages and sexes would give: only those whose interval leaves that out,
 * the wider the more municipalities there are.
 */
export function adjustedSentence(rows: readonly Row[], lang: Lang): string {
  const shown = rows.filter(({ ratio }) => ratio !== null)
  if (shown.length === 0)
    return say(lang, 'Den justerade jämförelsen visas inte', 'The adjusted comparison is not shown')
  const apart = shown.filter(({ ratio, lower, upper }) =>
    isApart({ ...HIDDEN, value: ratio, lower, upper }, shown.length, EXPECTED),
  )
  const above = namesOf(
    apart.filter(({ ratio }) => ratio! > EXPECTED),
    lang,
  )
  const below = namesOf(
    apart.filter(({ ratio }) => ratio! < EXPECTED),
    lang,
  )
  if (above === '' && below === '')
    return say(
      lang,
      'Ingen kommun skiljer sig säkert från gruppen när ålder och kön räknats bort',
      'No municipality clearly differs from the group once age and sex are taken away',
    )
  return sentences(
    above === ''
      ? ''
      : say(lang, `Mer än väntat för ålder och kön: ${above}.`, `More than expected for age and sex: ${above}.`),
    below === ''
      ? ''
      : say(lang, `Mindre än väntat för ålder och kön: ${below}.`, `Less than expected for age and sex: ${below}.`),
  ).replace(/\.$/, '')
}

function namesOf(rows: readonly Row[], lang: Lang): string {
  const names = rows.map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} ${say(lang, 'och', 'and')} ${last}`
}
