import type { CompareAnswer, CompareRow } from '../answers/compare.ts'
import { asSentence, type Lang, writeNumber, writeValue } from '../numbers.ts'
import { areApart, mayBeChance, type Uncertain } from './certainty.ts'
import { nounOf, say } from './finding.ts'
import { isAnswer } from './kinds.ts'
import { majorityOf } from './majority.ts'
import { sexOf } from './whom.ts'

type Answer = Pick<CompareAnswer, 'about' | 'rows' | 'reference'>
type Row = CompareRow & Pick<Uncertain, 'margin'>

/** A municipality where both sexes have a value; `gap` = women − men; whether the two are apart, null where nobody knows. */
export type SexGap = {
  municipality: string
  name: string
  women: number
  men: number
  gap: number
  apart: boolean | null
}

/** The municipalities of both answers that have a value for women and for men, widest gap first. */
export function sexGaps(women: Answer, men: Answer): SexGap[] {
  const menOf = new Map(men.rows.map((row) => [row.municipality, row as Row]))
  return women.rows
    .flatMap((hers: Row) => {
      const his = menOf.get(hers.municipality)
      return hers.value === null || his?.value == null ? [] : [gapOf(hers, his)]
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || (a.municipality < b.municipality ? -1 : 1))
}

function gapOf(hers: Row, his: Row): SexGap {
  const { municipality, name } = hers
  const [women, men] = [hers.value!, his.value!]
  return { municipality, name, women, men, gap: women - men, apart: areApart(hers, his) }
}

/** Title of the sex gap: in how many municipalities one sex has the higher value, where that is most of them; else both. */
export function sexesFinding(women: Answer, men: Answer, lang: Lang): string {
  const gaps = sexGaps(women, men)
  const { about } = women
  const [her, him] = [sexOf({ sex: 'K', about }, lang), sexOf({ sex: 'M', about }, lang)]
  if (gaps.length === 0) return say(lang, 'Inga värden för båda könen', 'No values for both sexes')
  if (gaps.length === 1 || isAnswer(about)) return pairFinding(gaps[0]!, about, [her, him], lang)
  const [more, fewer] = [gaps.filter((one) => one.gap > 0).length, gaps.filter((one) => one.gap < 0).length]
  const majority = majorityOf(more, fewer, gaps.length)
  if (majority === null) return evenFinding([her, more], [him, fewer], gaps.length, lang)
  const [who, than, count] = majority === 'a' ? [her, him, more] : [him, her, fewer]
  return asSentence(
    say(
      lang,
      `${who} har högre ${nounOf(about.kind, lang)} än ${than} i ${howMany(count, gaps.length, lang)}`,
      `${who} have a higher ${nounOf(about.kind, lang)} than ${than} in ${howMany(count, gaps.length, lang)}`,
    ),
  )
}

function howMany(count: number, of: number, lang: Lang): string {
  if (count === of) return say(lang, `alla ${of} kommuner`, `all ${of} municipalities`)
  return say(lang, `${count} av ${of} kommuner`, `${count} of ${of} municipalities`)
}

type Counted = readonly [who: string, count: number]

const evenFinding = ([her, more]: Counted, [him, fewer]: Counted, of: number, lang: Lang) =>
  asSentence(
    say(
      lang,
      `${her} ligger högre i ${more} av ${of} kommuner, ${him} i ${fewer}: ungefär jämnt`,
      `${her} are higher in ${more} of ${of} municipalities, ${him} in ${fewer}: about even`,
    ),
  )

function pairFinding(gap: SexGap, about: Answer['about'], [her, him]: [string, string], lang: Lang): string {
  const [hers, his] = [gap.women, gap.men].map((value) => writeValue(value, about, lang))
  if (hers === his)
    return say(
      lang,
      `${gap.name}: ${hers} för både ${her} och ${him}`,
      `${gap.name}: ${hers} for both ${her} and ${him}`,
    )
  return `${gap.name}: ${her} ${hers}, ${him} ${his}${doubt(gap, lang)}`
}

const doubt = ({ apart }: SexGap, lang: Lang) => (apart === false ? `; ${mayBeChance('stated', lang)}` : '')

/** The own gap in a sentence, empty where a value is lacking; a share's gap is in percentage points. */
export function ownGapSentence(women: Answer, men: Answer, municipality: string, lang: Lang): string {
  const own = sexGaps(women, men).find((one) => one.municipality === municipality)
  if (!own) return ''
  const { about } = women
  const stated = pairFinding(own, about, [sexOf({ sex: 'K', about }, lang), sexOf({ sex: 'M', about }, lang)], lang)
  const points = writeNumber(Math.abs(own.gap), about.decimals, lang)
  if (about.unit !== '%' || !/[1-9]/.test(points) || own.apart === false) return `${stated}.`
  const distance =
    points === '1'
      ? say(lang, '1 procentenhet', '1 percentage point')
      : say(lang, `${points} procentenheter`, `${points} percentage points`)
  return say(lang, `${stated}, en skillnad på ${distance}.`, `${stated}, a gap of ${distance}.`)
}
