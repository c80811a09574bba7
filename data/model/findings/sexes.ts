import type { CompareAnswer } from '../answers/compare.ts'
import { type Lang, writeNumber, writeValue } from '../numbers.ts'
import { nounOf, say } from './finding.ts'

type Answer = Pick<CompareAnswer, 'about' | 'rows' | 'reference'>

/** A municipality where both sexes have a value; `gap` = women − men. */
export type SexGap = { municipality: string; name: string; women: number; men: number; gap: number }

/** The municipalities of both answers that have a value for women and for men, widest gap first. */
export function sexGaps(women: Answer, men: Answer): SexGap[] {
  const menOf = new Map(men.rows.map((row) => [row.municipality, row.value]))
  return women.rows
    .flatMap(({ municipality, name, value }) => {
      const other = menOf.get(municipality) ?? null
      return value === null || other === null
        ? []
        : [{ municipality, name, women: value, men: other, gap: value - other }]
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || (a.municipality < b.municipality ? -1 : 1))
}

/** Title of the sex gap: in how many municipalities women have the higher value, or men where that is more. */
export function sexesFinding(women: Answer, men: Answer, lang: Lang): string {
  const gaps = sexGaps(women, men)
  const [more, fewer] = [gaps.filter((one) => one.gap > 0).length, gaps.filter((one) => one.gap < 0).length]
  const noun = nounOf(women.about.kind, lang)
  if (gaps.length === 0) return say(lang, 'Inga värden för båda könen', 'No values for both sexes')
  if (more === fewer) {
    return say(
      lang,
      'Varken kvinnor eller män har genomgående högre värden',
      'Neither women nor men have higher values throughout',
    )
  }
  const [who, than, count] =
    more > fewer
      ? [say(lang, 'Kvinnor', 'Women'), say(lang, 'män', 'men'), more]
      : [say(lang, 'Män', 'Men'), say(lang, 'kvinnor', 'women'), fewer]
  return say(
    lang,
    `${who} har högre ${noun} än ${than} i ${count} av ${gaps.length} kommuner`,
    `${who} have a higher ${noun} than ${than} in ${count} of ${gaps.length} municipalities`,
  )
}

/** The own gap in a sentence, empty where a value is lacking; a share's gap is in percentage points. */
export function ownGapSentence(women: Answer, men: Answer, municipality: string, lang: Lang): string {
  const own = sexGaps(women, men).find((one) => one.municipality === municipality)
  if (!own) return ''
  const { about } = women
  const [hers, his] = [own.women, own.men].map((value) => writeValue(value, about, lang))
  const stated = say(lang, `${own.name}: kvinnor ${hers}, män ${his}`, `${own.name}: women ${hers}, men ${his}`)
  if (about.unit !== '%') return `${stated}.`
  const points = writeNumber(Math.abs(own.gap), about.decimals, lang)
  return say(
    lang,
    `${stated}, en skillnad på ${points} procentenheter.`,
    `${stated}, a gap of ${points} percentage points.`,
  )
}
