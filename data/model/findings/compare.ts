import type { CompareAnswer, CompareRow } from '../answers/compare.ts'
import { type Lang, writeRange, writeValue } from '../numbers.ts'
import { directionSentence, type Finding, municipalities, nounOf, say, sentences } from './finding.ts'
import { reasonMissing } from './missing.ts'
import { numberAmong, positionAmong, positionClause } from './position.ts'

type Answer = Pick<CompareAnswer, 'about' | 'period' | 'reference' | 'rows'> &
  Partial<Pick<CompareAnswer, 'comparedWith'>>

/**
 * Where a municipality stands among all of an answer's rows.
 * @param group the same question asked within a smaller group, if there is one, for its median and rank
 */
export function compareFinding(answer: Answer, municipality: string, lang: Lang, group?: Answer): Finding {
  const row = answer.rows.find((one) => one.municipality === municipality)
  if (!row || row.value === null) return missingFinding(answer, row, lang)
  return {
    title: `${row.name} ${clauseOf(answer, row, row.value, lang)}`,
    explanation: sentences(
      valueSentence(answer, row, row.value, lang),
      directionSentence(answer.about.direction, lang),
      medianSentence(answer, group, lang),
      comparisonSentence(answer, row, lang),
      group ? rankSentence(group, municipality, lang) : '',
    ),
  }
}

function clauseOf(answer: Answer, row: CompareRow, own: number, lang: Lang): string {
  const others = answer.rows.filter((one) => one !== row).map((one) => one.value)
  const position = positionAmong(own, others)
  if (answer.about.kind !== 'yesno') return positionClause(position, lang)
  const word = writeValue(own, answer.about, lang).toLowerCase()
  const same = say(
    lang,
    `som ${position.level} av ${position.others} andra`,
    `like ${position.level} of ${position.others} others`,
  )
  return say(lang, `svarar ${word}, ${same}`, `answers ${word}, ${same}`)
}

function valueSentence(answer: Answer, row: CompareRow, own: number, lang: Lang): string {
  const value = writeValue(own, answer.about, lang)
  const stated = say(
    lang,
    `${answer.about.short}: ${value} i ${row.name} ${answer.period}`,
    `${answer.about.short}: ${value} in ${row.name} ${answer.period}`,
  )
  if (row.lower === null || row.upper === null) return `${stated}.`
  const range = writeRange(row.lower, row.upper, answer.about, lang)
  return say(lang, `${stated} (95-procentigt intervall ${range}).`, `${stated} (95% interval ${range}).`)
}

function medianSentence(answer: Answer, group: Answer | undefined, lang: Lang): string {
  const { median, count } = answer.reference
  if (median === null || answer.about.kind === 'yesno') return ''
  const value = writeValue(median, answer.about, lang)
  const base = say(
    lang,
    `Medianen bland ${municipalities(count, lang)} är ${value}`,
    `The median of ${municipalities(count, lang)} is ${value}`,
  )
  if (!group || group.reference.median === null) return `${base}.`
  const theirs = writeValue(group.reference.median, answer.about, lang)
  return say(
    lang,
    `${base}, i ${group.reference.name} ${theirs}.`,
    `${base}; in ${group.reference.name} it is ${theirs}.`,
  )
}

const COMPARED = {
  better: { sv: 'bättre', en: 'better' },
  worse: { sv: 'sämre', en: 'worse' },
  higher: { sv: 'högre', en: 'higher' },
  lower: { sv: 'lägre', en: 'lower' },
} as const

/** Whether the difference from the country's figure, else from the median, is more than chance; empty without an interval. */
function comparisonSentence(
  { about, comparedWith, reference }: Answer,
  { comparison }: CompareRow,
  lang: Lang,
): string {
  const against = comparedWith && reference[comparedWith]
  if (comparison === null || against === null || against === undefined) return ''
  const value = writeValue(against, about, lang)
  const than =
    comparedWith === 'country'
      ? say(lang, `riket (${value})`, `the country (${value})`)
      : say(lang, 'medianen', 'the median')
  if (comparison === 'similar')
    return say(lang, `Skillnaden mot ${than} kan vara slump.`, `The difference from ${than} may be chance.`)
  const word = COMPARED[comparison]
  return say(
    lang,
    `Det är ${word.sv} än ${than} även med osäkerheten inräknad.`,
    `That is ${word.en} than ${than} even with the uncertainty counted in.`,
  )
}

function rankSentence(group: Answer, municipality: string, lang: Lang): string {
  const row = group.rows.find((one) => one.municipality === municipality)
  if (!row || row.rank === null) return ''
  const shared = group.rows.filter((one) => one.rank === row.rank).length > 1
  const place = say(
    lang,
    `${row.name} är ${numberAmong(row, lang)} där${rankRange(row, lang)}`,
    `${row.name} is ${numberAmong(row, lang)} there${rankRange(row, lang)}`,
  )
  return shared ? say(lang, `${place}, delad plats.`, `${place}, a shared place.`) : `${place}.`
}

/** The ranks that the uncertainty leaves open; empty where it is not known. */
function rankRange({ rankLower, rankUpper }: CompareRow, lang: Lang): string {
  if (rankLower === null || rankUpper === null) return ''
  if (rankLower === rankUpper) return say(lang, ', med 95 procents säkerhet', ', with 95 per cent confidence')
  return say(
    lang,
    `, med 95 procents säkerhet ${rankLower}–${rankUpper}`,
    `, with 95 per cent confidence ${rankLower}–${rankUpper}`,
  )
}

function missingFinding(answer: Answer, row: CompareRow | undefined, lang: Lang): Finding {
  const name = row?.name ?? say(lang, 'Kommunen', 'The municipality')
  return {
    title: say(lang, `${name} har inget värde för ${answer.period}`, `${name} has no value for ${answer.period}`),
    explanation: sentences(
      say(
        lang,
        `${answer.about.short}: ${reasonMissing(row?.status ?? null, lang)}.`,
        `${answer.about.short}: ${reasonMissing(row?.status ?? null, lang)}.`,
      ),
      medianSentence(answer, undefined, lang),
    ),
  }
}

/** Title of the ranked figure: who is lowest or highest of the group, or which number the municipality is. */
export function rankedFinding(group: Answer, municipality: string, lang: Lang): string {
  const row = group.rows.find((one) => one.municipality === municipality)
  if (!row || row.value === null) return spreadFinding(group, lang)
  const noun = nounOf(group.about.kind, lang)
  const { below, above, level } = positionAmong(
    row.value,
    group.rows.filter((one) => one !== row).map((one) => one.value),
  )
  const place = placeOf(group, lang)
  if (row.rank === null) return outsiderFinding(group, row.name, row.value, lang)
  if (level === 0 && below === 0 && above > 0)
    return say(lang, `${row.name} har lägst ${noun} ${place}`, `${row.name} has the lowest ${noun} ${place}`)
  if (level === 0 && above === 0 && below > 0)
    return say(lang, `${row.name} har högst ${noun} ${place}`, `${row.name} has the highest ${noun} ${place}`)
  if (group.about.direction === 'neutral') return spreadFinding(group, lang)
  return say(
    lang,
    `${row.name} är ${numberAmong(row, lang)} ${place}`,
    `${row.name} is ${numberAmong(row, lang)} ${place}`,
  )
}

/** Title where the municipality is no member of the group: how many of it lie below or above. */
function outsiderFinding(group: Answer, name: string, value: number, lang: Lang): string {
  const members = group.rows.filter((row) => row.rank !== null).map((row) => row.value)
  const { below, above, others } = positionAmong(value, members)
  const place = placeOf(group, lang)
  return above > below
    ? say(
        lang,
        `${name} ligger lägre än ${above} av ${others} ${place}`,
        `${name} is lower than ${above} of ${others} ${place}`,
      )
    : say(
        lang,
        `${name} ligger högre än ${below} av ${others} ${place}`,
        `${name} is higher than ${below} of ${others} ${place}`,
      )
}

/** Among whom: `i landet` or `i FoU Nordväst`. */
const placeOf = ({ reference }: Answer, lang: Lang): string =>
  reference.id === 'all'
    ? say(lang, 'i landet', 'in the country')
    : say(lang, `i ${reference.name}`, `in ${reference.name}`)

/** How far apart a group lies: its lowest and highest value. */
export function spreadFinding(group: Answer, lang: Lang): string {
  const { min, max, count } = group.reference
  const place = placeOf(group, lang)
  if (min === null || max === null || count < 2) return say(lang, `Få värden ${place}`, `Few values ${place}`)
  if (group.about.kind === 'yesno') return yesFinding(group, lang)
  const range = writeRange(min, max, group.about, lang)
  return say(lang, `Kommunerna ${place} ligger på ${range}`, `The municipalities ${place} lie at ${range}`)
}

function yesFinding(group: Answer, lang: Lang): string {
  const yes = group.rows.filter((row) => row.value === 1 && row.rank !== null).length
  return say(
    lang,
    `${yes} av ${group.reference.count} ${placeOf(group, lang)} svarar ja`,
    `${yes} of ${group.reference.count} ${placeOf(group, lang)} answer yes`,
  )
}

/** Title of the distribution: where the middle half lies. */
export function distributionFinding(answer: Answer, lang: Lang): string {
  const { q1, q3, count } = answer.reference
  if (q1 === null || q3 === null || count < 4) return spreadFinding(answer, lang)
  if (answer.about.kind === 'yesno') return yesFinding(answer, lang)
  const range = writeRange(q1, q3, answer.about, lang)
  return say(lang, `Hälften av kommunerna ligger på ${range}`, `Half of the municipalities lie at ${range}`)
}
