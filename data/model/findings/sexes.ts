import type { CompareAnswer, CompareRow } from '../answers/compare.ts'
import { asSentence, type Lang, writeNumber, writeValue } from '../numbers.ts'
import { areApart, mayBeChance, type Rest, restOf, type Uncertain } from './certainty.ts'
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
  /** What that rests on: the weaker of the two. */
  rest: Rest
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
  return { municipality, name, women, men, gap: women - men, apart: areApart(hers, his), rest: weaker(hers, his) }
}

/** What two values set against each other rest on. */
function weaker(hers: Row, his: Row): Rest {
  const rests = [restOf(hers), restOf(his)]
  return (['unknown', 'measured'] as const).find((rest) => rests.includes(rest)) ?? 'stated'
}

/** Title of the sex gap: in how many municipalities one sex has the higher value, where that is most of them; else both. */
export function sexesFinding(women: Answer, men: Answer, lang: Lang): string {
  const gaps = sexGaps(women, men)
  const { about } = women
  const [her, him] = [sexOf({ sex: 'K', about }, lang), sexOf({ sex: 'M', about }, lang)]
  if (gaps.length === 0) return say(lang, 'Inga värden för båda könen', 'No values for both sexes')
  if (gaps.length === 1 || isAnswer(about)) return pairFinding(gaps[0]!, about, [her, him], lang)
  if (gaps.every(({ apart }) => apart !== null)) return apartFinding(gaps, about, [her, him], lang)
  const [more, fewer] = [gaps.filter((one) => one.gap > 0).length, gaps.filter((one) => one.gap < 0).length]
  const majority = majorityOf(more, fewer, gaps.length)
  if (majority === null) return evenFinding([her, more], [him, fewer], gaps.length, lang)
  const [who, than, count] = majority === 'a' ? [her, him, more] : [him, her, fewer]
  const where = howMany(count, gaps.length, lang)
  return asSentence(
    about.kind === 'count'
      ? say(lang, `${who} är fler än ${than} i ${where}`, `${who} are more than ${than} in ${where}`)
      : say(
          lang,
          `${who} har högre ${nounOf(about.kind, lang)} än ${than} i ${where}`,
          `${who} have a higher ${nounOf(about.kind, lang)} than ${than} in ${where}`,
        ),
  )
}

/** Where it is known of every municipality whether the two are apart, only those that are apart are counted. */
function apartFinding(
  gaps: readonly SexGap[],
  { kind }: Answer['about'],
  [her, him]: [string, string],
  lang: Lang,
): string {
  const apart = gaps.filter((one) => one.apart)
  const [more, fewer] = [apart.filter(({ gap }) => gap > 0).length, apart.filter(({ gap }) => gap < 0).length]
  if (apart.length === 0)
    return asSentence(
      say(
        lang,
        `${her} och ${him} skiljer sig inte tydligt åt i någon av ${gaps.length} kommuner`,
        `${her} and ${him} are not clearly apart in any of ${gaps.length} municipalities`,
      ),
    )
  if (mayAllBeChance(apart.length, gaps.length)) return fewApart(apart.length, gaps.length, [her, him], lang)
  const [who, than, most, least] = more >= fewer ? [her, him, more, fewer] : [him, her, fewer, more]
  const where = howMany(most, gaps.length, lang)
  const noun = nounOf(kind, lang)
  const other = least === 0 ? '' : say(lang, `, tydligt lägre i ${least}`, `, clearly lower in ${least}`)
  return asSentence(
    say(
      lang,
      `${who} har tydligt högre ${noun} än ${than} i ${where}${other}`,
      `${who} have a clearly higher ${noun} than ${than} in ${where}${other}`,
    ),
  )
}

/** From so many on, some are apart by chance alone: one in twenty, give or take. */
const MANY = 20

/** Whether so many of all are no more than chance alone sets apart: 5 per cent, with its own 95 % interval. */
const mayAllBeChance = (apart: number, of: number): boolean =>
  of >= MANY && apart <= 0.05 * of + 1.96 * Math.sqrt(0.05 * 0.95 * of)

const fewApart = (apart: number, of: number, [her, him]: [string, string], lang: Lang): string =>
  asSentence(
    say(
      lang,
      `${her} och ${him} skiljer sig åt i ${apart} av ${of} kommuner, inte fler än av slump`,
      `${her} and ${him} are apart in ${apart} of ${of} municipalities, no more than by chance`,
    ),
  )

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

const doubt = ({ apart, rest }: SexGap, lang: Lang) => (apart === false ? `; ${mayBeChance(rest, lang)}` : '')

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
