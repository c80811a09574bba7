import type { Verdict } from '../meetings/judge.ts'
import { type Lang, type Written, writeDifference, writeNumber, writeValue } from '../numbers.ts'
import { municipalities, say, sentences } from './finding.ts'

const isBareUnit = (unit: string): boolean => /^(antal|number|count|index|skala|scale|ja|yes)/.test(unit)

/** An indicator's change in words: `+1,2 procentenheter`, `−3 dagar`. */
function changeIn(value: number, about: Written, lang: Lang): string {
  const digits = writeDifference(value, about, lang)
  if (about.unit === '%') return say(lang, `${digits} procentenheter`, `${digits} percentage points`)
  return isBareUnit(about.unit) ? digits : `${digits} ${about.unit}`
}

/** How much an indicator is to move, in words: `1 procentenhet`, `0,5 procentenheter`, `3 dagar`. @param size over 0 */
export function sizeIn(size: number, about: Written, lang: Lang): string {
  if (about.unit !== '%') return writeValue(size, about, lang)
  const points = writeNumber(size, about.decimals, lang)
  const isOne = Number(points.replace(',', '.')) === 1
  return say(lang, `${points} procentenhet${isOne ? '' : 'er'}`, `${points} percentage point${isOne ? '' : 's'}`)
}

/** What a movement is counted in: `procentenheter`, `kr`; empty where it is a number of its own. */
export const sizeUnit = ({ unit }: Pick<Written, 'unit'>, lang: Lang): string =>
  unit === '%' ? say(lang, 'procentenheter', 'percentage points') : isBareUnit(unit) ? '' : unit

/** The verdict in a few words: `Uppfylld`, `Inte uppfylld`, `Kan inte sägas`. */
export function outcomeWord({ outcome }: Pick<Verdict, 'outcome'>, lang: Lang): string {
  if (outcome === 'met') return say(lang, 'Uppfylld', 'Met')
  if (outcome === 'unmet') return say(lang, 'Inte uppfylld', 'Not met')
  return say(lang, 'Kan inte sägas', 'Cannot be said')
}

/** What the figures carry of a judged action, and no more: movement, chance, and what others did meanwhile. */
export function verdictSentence(verdict: Verdict, about: Written, lang: Lang): string {
  return sentences(movementSentence(verdict, about, lang), meanwhileSentence(verdict, about, lang))
}

function movementSentence(verdict: Verdict, about: Written, lang: Lang): string {
  const { reason, change, movement } = verdict
  if (reason === 'no-before')
    return say(lang, 'Det finns inget värde att utgå från.', 'There is no value to start from.')
  if (reason === 'no-after')
    return say(lang, 'Det finns inget värde för det år som avtalades.', 'There is no value for the year agreed on.')
  const moved = change === null ? '' : changeIn(change, about, lang)
  if (reason === 'uncertainty-unknown')
    return say(
      lang,
      `Värdet har ändrats med ${moved}, men osäkerheten är okänd: om det är mer än slump går inte att säga.`,
      `The value has changed by ${moved}, but its uncertainty is unknown: whether that is more than chance cannot be said.`,
    )
  const range = rangeOf(verdict, about, lang)
  if (movement === 'as-predicted')
    return say(
      lang,
      `Som förutsagt: ${moved}${range}, mer än slump.`,
      `As predicted: ${moved}${range}, more than chance.`,
    )
  if (movement === 'moved')
    return say(
      lang,
      `Åt rätt håll, men mindre än förutsagt: ${moved}${range}, mer än slump.`,
      `The right way, but less than predicted: ${moved}${range}, more than chance.`,
    )
  if (movement === 'worse')
    return say(
      lang,
      `Åt fel håll: ${moved}${range}, mer än slump.`,
      `The wrong way: ${moved}${range}, more than chance.`,
    )
  return unchangedSentence(verdict, moved, range, lang)
}

function unchangedSentence({ reason, change }: Verdict, moved: string, range: string, lang: Lang): string {
  if (reason === 'too-uncertain')
    return say(
      lang,
      `Förändringen, ${moved}${range}, ryms i slumpen: varken att inget hänt eller det som förutsades går att utesluta.`,
      `The change, ${moved}${range}, is within chance: neither no change nor the predicted one can be ruled out.`,
    )
  if (change === 0) return say(lang, 'Oförändrat.', 'Unchanged.')
  return say(
    lang,
    `Oförändrat: ${moved}${range} ryms i slumpen, och det som förutsades gör det inte.`,
    `Unchanged: ${moved}${range} is within chance, and what was predicted is not.`,
  )
}

function rangeOf({ lower, upper }: Verdict, about: Written, lang: Lang): string {
  if (lower === null || upper === null || lower === upper) return ''
  const [from, to] = [lower, upper].map((end) => writeDifference(end, about, lang))
  return say(lang, ` (95-procentigt intervall ${from} till ${to})`, ` (95% interval ${from} to ${to})`)
}

function meanwhileSentence({ meanwhile, outcome, change }: Verdict, about: Written, lang: Lang): string {
  if (!meanwhile || about.kind === 'yesno') return ''
  const { count, median, sameWay, ownIsMore } = meanwhile
  const others = say(
    lang,
    `Bland ${municipalities(count, lang)} att jämföra med ändrades medianen under tiden med ${changeIn(median, about, lang)}; ${writeNumber(sameWay, 0, lang)} gick samma väg som förutsagt.`,
    `Among ${municipalities(count, lang)} to compare with the median changed by ${changeIn(median, about, lang)} meanwhile; ${writeNumber(sameWay, 0, lang)} went the predicted way.`,
  )
  if (outcome !== 'met' || change === null || ownIsMore) return others
  return sentences(
    others,
    say(
      lang,
      'Förändringen är inte säkert större än deras: något annat än åtgärden kan ligga bakom.',
      'The change is not certainly larger than theirs: something else than the action may be behind it.',
    ),
  )
}
