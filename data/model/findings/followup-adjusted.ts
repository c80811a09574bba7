import type { AdjustedRow } from '../answers/adjusted.ts'
import type { Lang } from '../numbers.ts'
import { say, sentences } from './finding.ts'

type Row = Pick<AdjustedRow, 'name' | 'ratio' | 'lower' | 'upper'>

/** Which municipalities have more or less than their ages and sexes would give; only those whose interval leaves 1 out. */
export function adjustedSentence(rows: readonly Row[], lang: Lang): string {
  const shown = rows.filter(({ ratio }) => ratio !== null)
  if (shown.length === 0)
    return say(lang, 'Den justerade jämförelsen visas inte', 'The adjusted comparison is not shown')
  const above = namesOf(
    shown.filter(({ lower }) => lower !== null && lower > 1),
    lang,
  )
  const below = namesOf(
    shown.filter(({ upper }) => upper !== null && upper < 1),
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
