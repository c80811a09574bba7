import type { RelationAnswer } from '../answers/relation.ts'
import { type Lang, writeNumber, writeValue } from '../numbers.ts'
import { type Finding, municipalities, quoted, say, sentences } from './finding.ts'

type Answer = Pick<RelationAnswer, 'x' | 'y' | 'pairs' | 'n' | 'pearson' | 'spearman' | 'slope' | 'intercept' | 'group'>

/** Fewer municipalities than this say nothing about how two indicators go together. */
const FEWEST = 8

/** Two measures of correlation that lie this far apart: single municipalities or a bent form draw the line. */
const APART = 0.2

/** From here on a correlation is told as a rule, `ju högre … desto`; below it as what it is, weak. */
const STRENGTHS = [
  { from: 0.7, sv: 'starkt samband', en: 'a strong correlation' },
  { from: 0.5, sv: 'tydligt samband', en: 'a clear correlation' },
  { from: 0.3, sv: 'måttligt samband', en: 'a moderate correlation' },
] as const

/**
 * How two indicators go together among municipalities: direction and strength in words, and how much the one explains of
 * the other. A correlation whose 95 % interval (Fisher's z) holds zero is not claimed.
 */
export function relationFinding(answer: Answer, lang: Lang): Finding {
  return {
    title: titleOf(answer, lang),
    explanation: sentences(explainedSentence(answer, lang), disagreementSentence(answer, lang)),
  }
}

/**
 * Where the own municipality lies beside the line; without it or a line, how the two indicators go together.
 * @param isDrawn whether the line is
 */
export function ownRelationFinding(answer: Answer, municipality: string, lang: Lang, isDrawn = true): string {
  return (isDrawn && isRule(answer) && ownClause(answer, municipality, lang)) || titleOf(answer, lang)
}

/** Whether the two go together by more than chance, and by so much that a place beside the line says something. */
const isRule = ({ pearson, n }: Answer): boolean =>
  n >= FEWEST && pearson !== null && isCertain(pearson, n) && Math.abs(pearson) >= STRENGTHS.at(-1)!.from

function titleOf(answer: Answer, lang: Lang): string {
  const { pearson, spearman, n } = answer
  const [x, y] = [quoted(answer.x.about.short, lang), quoted(answer.y.about.short, lang)]
  if (n < FEWEST || pearson === null)
    return say(lang, `För få kommuner för att jämföra ${x} med ${y}`, `Too few municipalities to relate ${x} to ${y}`)
  if (!isCertain(pearson, n)) return isCertain(spearman, n) ? rankTitle(x, y, spearman!, lang) : noneTitle(x, y, lang)
  if (answer.x.about.kind === 'yesno' && answer.y.about.kind === 'yesno') return bothAnswered(x, y, pearson, lang)
  if (answer.x.about.kind === 'yesno') return answersApart(answer.y.about.short, answer.x.about.short, pearson, lang)
  if (answer.y.about.kind === 'yesno') return answersApart(answer.x.about.short, answer.y.about.short, pearson, lang)
  const strength = STRENGTHS.find(({ from }) => Math.abs(pearson) >= from)?.[lang]
  if (strength === undefined) return weakTitle(x, y, pearson, lang)
  const side = pearson > 0 ? say(lang, 'högre', 'higher') : say(lang, 'lägre', 'lower')
  return say(lang, `Ju högre ${x}, desto ${side} ${y}: ${strength}`, `The higher ${x}, the ${side} ${y}: ${strength}`)
}

const noneTitle = (x: string, y: string, lang: Lang): string =>
  say(lang, `Inget säkert samband mellan ${x} och ${y}`, `No certain correlation between ${x} and ${y}`)

/** The order of the municipalities goes together, their values do not: a bent form, or a few that are far from all others. */
function rankTitle(x: string, y: string, rho: number, lang: Lang): string {
  const weakly = Math.abs(rho) < STRENGTHS.at(-1)!.from ? say(lang, 'svagt ', 'weakly ') : ''
  const way =
    rho > 0
      ? say(lang, `följs ${weakly}åt`, `go ${weakly}together`)
      : say(lang, `går ${weakly}åt motsatta håll`, `go ${weakly}opposite ways`)
  return say(
    lang,
    `Inget säkert samband längs en rät linje mellan ${x} och ${y}, men de ${way} efter rang`,
    `No certain correlation along a straight line between ${x} and ${y}, but they ${way} by rank`,
  )
}

/** Of two questions answered yes or no: whether who answers yes to the one does so to the other. */
function bothAnswered(x: string, y: string, r: number, lang: Lang): string {
  const often = r > 0 ? say(lang, 'oftare', 'more often') : say(lang, 'mer sällan', 'less often')
  return say(
    lang,
    `Kommuner som svarar ja på ${x} svarar ${often} ja på ${y}`,
    `Municipalities that answer yes to ${x} ${often} answer yes to ${y}`,
  )
}

/** Of a question answered yes or no: where a value lies higher. */
function answersApart(measure: string, question: string, r: number, lang: Lang): string {
  const side = r > 0 ? say(lang, 'högre', 'higher') : say(lang, 'lägre', 'lower')
  const [value, asked] = [quoted(measure, lang), quoted(question, lang)]
  return say(
    lang,
    `${value} är ${side} där svaret är ja på ${asked}`,
    `${value} is ${side} where the answer is yes to ${asked}`,
  )
}

function weakTitle(x: string, y: string, r: number, lang: Lang): string {
  const share = explained(r, lang)
  return say(
    lang,
    `Svagt samband mellan ${x} och ${y}: det ena förklarar ${share} av det andra`,
    `A weak correlation between ${x} and ${y}: the one explains ${share} of the other`,
  )
}

/** The part of the differences that goes together, r². */
function explained(r: number, lang: Lang): string {
  const share = writeNumber(100 * r * r, 0, lang)
  if (share === '0') return say(lang, 'mindre än 1 procent', 'less than 1 per cent')
  if (share === '100' && Math.abs(r) < 1) return say(lang, 'mer än 99 procent', 'more than 99 per cent')
  return say(lang, `${share} procent`, `${share} per cent`)
}

/** Fisher 1921: atanh r has standard error 1/√(n − 3). */
function isCertain(r: number | null, n: number): boolean {
  if (r === null) return false
  return Math.abs(r) >= 1 || Math.abs(Math.atanh(r)) * Math.sqrt(n - 3) > 1.96
}

function explainedSentence({ pearson, spearman, n, x, y }: Answer, lang: Lang): string {
  if (pearson === null || spearman === null) return ''
  const [r, rho] = [writeNumber(pearson, 2, lang), writeNumber(spearman, 2, lang)]
  const base = municipalities(n, lang)
  if (n < FEWEST) return ''
  if (!isCertain(pearson, n) && isCertain(spearman, n))
    return say(
      lang,
      `Korrelationen efter rang mellan ${base} är ${rho}; längs en rät linje är den ${r} och kan vara slump.`,
      `The correlation by rank among ${base} is ${rho}; along a straight line it is ${r} and may be chance.`,
    )
  if (!isCertain(pearson, n))
    return say(
      lang,
      `Korrelationen mellan ${base} är ${r} (efter rang ${rho}): den kan vara slump.`,
      `The correlation among ${base} is ${r} (by rank ${rho}): it may be chance.`,
    )
  const [one, other] = [quoted(x.about.short, lang), quoted(y.about.short, lang)]
  return say(
    lang,
    `${one} förklarar ${explained(pearson, lang)} av skillnaderna i ${other} mellan ${base} (korrelation ${r}, efter rang ${rho}).`,
    `${one} explains ${explained(pearson, lang)} of the differences in ${other} between ${base} (correlation ${r}, by rank ${rho}).`,
  )
}

function disagreementSentence({ pearson, spearman, n }: Answer, lang: Lang): string {
  if (pearson === null || spearman === null || n < FEWEST || Math.abs(pearson - spearman) < APART) return ''
  return say(
    lang,
    'De två måtten skiljer sig åt: enstaka kommuner eller en böjd form drar i linjen.',
    'The two measures differ: single municipalities or a bent form pull the line.',
  )
}

function ownClause(answer: Answer, municipality: string, lang: Lang): string {
  const own = answer.pairs.find((pair) => pair.municipality === municipality)
  const { slope, intercept } = answer
  if (!own || slope === null || intercept === null) return ''
  const [value, line] = [own.y, intercept + slope * own.x].map((y) => writeValue(y, answer.y.about, lang))
  if (value === line) return say(lang, `${own.name} ligger på linjen`, `${own.name} lies on the line`)
  const above = own.y > intercept + slope * own.x
  return say(
    lang,
    `${own.name} ligger ${above ? 'över' : 'under'} linjen: ${value}, där linjen går vid ${line}`,
    `${own.name} lies ${above ? 'above' : 'below'} the line: ${value}, where the line is at ${line}`,
  )
}

/** What a correlation does not say. */
export function causationWarning(lang: Lang): string {
  return say(
    lang,
    'Att två mått följs åt betyder inte att det ena orsakar det andra. Båda kan bero på något tredje, som åldrar, ekonomi eller hur kommunen räknar.',
    'That two measures go together does not mean that one causes the other. Both may depend on a third, such as ages, income or how the municipality counts.',
  )
}
