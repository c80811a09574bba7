import type { SimilarAnswer } from '../answers/similar.ts'
import { type Lang, writeNumber } from '../numbers.ts'
import { type Finding, quoted, say, sentences } from './finding.ts'

type Answer = Pick<SimilarAnswer, 'name' | 'indicators' | 'neighbours'>

const NAMED = 3

/** Which municipalities are most like one, by how many measures, and what their distance means. */
export function similarFinding({ name, indicators, neighbours }: Answer, lang: Lang): Finding {
  const nearest = neighbours[0]
  const used = indicators.filter(({ weight }) => weight > 0).length
  if (!nearest)
    return {
      title: say(lang, `Ingen kommun går att jämföra med ${name}`, `No municipality can be compared with ${name}`),
      explanation: say(lang, 'Ge minst ett mått en vikt över noll.', 'Give at least one measure a weight above zero.'),
    }
  const names = enumerate(
    neighbours.slice(0, NAMED).map((one) => one.name),
    lang,
  )
  const several = neighbours.length > 1
  return {
    title: say(lang, `${names} liknar ${name} mest`, `${names} ${several ? 'are' : 'is'} most like ${name}`),
    explanation: sentences(distanceSentence(used, lang), nearestSentence(nearest, lang)),
  }
}

function distanceSentence(used: number, lang: Lang): string {
  const measures = say(lang, used === 1 ? '1 mått' : `${used} mått`, used === 1 ? '1 measure' : `${used} measures`)
  return say(
    lang,
    `Avståndet räknas i standardavvikelser över ${measures}; 0 är helt lika.`,
    `The distance is in standard deviations over ${measures}; 0 is exactly alike.`,
  )
}

function nearestSentence({ name, distance }: Answer['neighbours'][number], lang: Lang): string {
  const written = writeNumber(distance, 2, lang)
  return say(lang, `${name} ligger närmast, på ${written}.`, `${name} is nearest, at ${written}.`)
}

/** In which measure the neighbours are most and least like the municipality, by the mean share of the distance. */
export function differencesFinding({ name, indicators, neighbours }: Answer, lang: Lang): string {
  const shares = indicators
    .filter(({ weight }) => weight > 0)
    .map(({ indicator, about }) => ({ short: about.short, share: meanShare(neighbours, indicator) }))
    .filter((one): one is { short: string; share: number } => one.share !== null)
    .sort((a, b) => a.share - b.share)
  const [most, least] = [shares[0], shares.at(-1)]
  if (!most || !least || most === least)
    return say(lang, `Så skiljer sig kommunerna från ${name}`, `How the municipalities differ from ${name}`)
  const [alike, apart] = [quoted(most.short, lang), quoted(least.short, lang)]
  return say(lang, `Mest lika ${name} i ${alike}, minst i ${apart}`, `Most like ${name} in ${alike}, least in ${apart}`)
}

function meanShare(neighbours: Answer['neighbours'], indicator: string): number | null {
  const known = neighbours.flatMap(({ parts }) => parts.find((part) => part.indicator === indicator)?.part ?? [])
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0) / known.length
}

/** Names in a row: `Ekerö, Solna och Täby`. */
export function enumerate(names: readonly string[], lang: Lang): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${say(lang, 'och', 'and')} ${last}`
}
