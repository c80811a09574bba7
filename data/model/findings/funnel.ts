import type { FunnelAnswer } from '../answers/funnel.ts'
import { type Lang, writeNumber } from '../numbers.ts'
import { type Finding, municipalities, say, sentences } from './finding.ts'

type Answer = Pick<FunnelAnswer, 'points' | 'overdispersion'>
type Point = Pick<
  FunnelAnswer['points'][number],
  'municipality' | 'name' | 'value' | 'n' | 'outside' | 'outsideAdjusted'
>
type Side = Point['outside']

/**
 * Whether a municipality lies outside the funnel, by the limits that are widened by overdispersion; without its value or
 * base, how many do. The explanation counts those outside and says what the widening rests on.
 */
export function funnelFinding(answer: Answer, municipality: string, lang: Lang): Finding {
  const known = answer.points.filter(isDrawn)
  const own = known.find((point) => point.municipality === municipality)
  return {
    title: own ? `${own.name} ${clauseOf(own, lang)}` : everyone(known, lang),
    explanation: sentences(
      countSentence(known, lang),
      wideningSentence(answer, lang),
      leftOutSentence(answer.points.filter((point) => point.value !== null && point.n === null).length, lang),
    ),
  }
}

/** A point is drawn where both its value and its base are known. */
export const isDrawn = <P extends { value: number | null; n: number | null }>(
  point: P,
): point is P & { value: number; n: number } => point.value !== null && point.n !== null && point.n > 0

const isAbove = (side: Side) => side === 'above95' || side === 'above998'
const isFar = (side: Side) => side === 'above998' || side === 'below998'

function clauseOf({ outside, outsideAdjusted: side }: Point, lang: Lang): string {
  const word = isAbove(side) ? say(lang, 'högre', 'higher') : say(lang, 'lägre', 'lower')
  if (isFar(side))
    return say(
      lang,
      `ligger utanför tratten, klart ${word} än väntat`,
      `lies outside the funnel, clearly ${word} than expected`,
    )
  if (side !== null)
    return say(
      lang,
      `ligger i trattens kant, ${word} än väntat`,
      `lies at the edge of the funnel, ${word} than expected`,
    )
  if (outside !== null)
    return say(
      lang,
      'ligger i tratten: skillnaden mot landet är mer än slump men inte ovanlig',
      'lies inside the funnel: the difference from the country is more than chance but not unusual',
    )
  return say(
    lang,
    'ligger i tratten: skillnaden mot landet kan vara slump',
    'lies inside the funnel: the difference from the country may be chance',
  )
}

function everyone(known: readonly Point[], lang: Lang): string {
  const far = known.filter((point) => isFar(point.outsideAdjusted)).length
  const all = municipalities(known.length, lang)
  if (far === 0) return say(lang, `Ingen av ${all} ligger utanför tratten`, `None of ${all} lies outside the funnel`)
  return say(
    lang,
    `${far} av ${all} ligger utanför tratten`,
    `${far} of ${all} ${far === 1 ? 'lies' : 'lie'} outside the funnel`,
  )
}

function countSentence(known: readonly Point[], lang: Lang): string {
  const count = (side: Side) => known.filter((point) => point.outsideAdjusted === side).length
  const all = municipalities(known.length, lang)
  return say(
    lang,
    `Av ${all} ligger ${count('above998')} över och ${count('below998')} under den yttre gränsen.`,
    `Of ${all}, ${count('above998')} lie above and ${count('below998')} below the outer limit.`,
  )
}

function wideningSentence({ overdispersion }: Answer, lang: Lang): string {
  if (overdispersion === null) return ''
  if (overdispersion.tauSquared === 0)
    return say(
      lang,
      'Kommunerna skiljer sig inte åt mer än slumpen, så gränserna är inte vidgade.',
      'The municipalities differ by no more than chance, so the limits are not widened.',
    )
  const phi = writeNumber(overdispersion.phi, 1, lang)
  return say(
    lang,
    `Kommunerna skiljer sig åt mer än slumpen (överspridning ${phi}), så gränserna är vidgade; de streckade är slumpen ensam.`,
    `The municipalities differ by more than chance (overdispersion ${phi}), so the limits are widened; the dashed ones are chance alone.`,
  )
}

function leftOutSentence(count: number, lang: Lang): string {
  if (count === 0) return ''
  const all = municipalities(count, lang)
  return say(
    lang,
    `${all} utan känt underlag visas inte.`,
    `${all} without a known base ${count === 1 ? 'is' : 'are'} not shown.`,
  )
}
