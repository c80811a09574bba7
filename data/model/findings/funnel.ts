import type { FunnelAnswer } from '../answers/funnel.ts'
import { type Lang, writeNumber } from '../numbers.ts'
import { type Finding, municipalities, say, sentences } from './finding.ts'
import { type Of, told } from './whom.ts'

type Answer = Pick<FunnelAnswer, 'points' | 'overdispersion'> & Partial<Pick<FunnelAnswer, 'about' | 'sex'>>
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
  const said = { about: answer.about, sex: answer.sex }
  if (isLost(answer)) return lostFinding(answer.overdispersion!.phi, known.length, said, lang)
  return {
    title: own ? ownTitle(own, said, lang) : everyone(known, said, lang),
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

/** From so much more spread than chance the widened limits hold everybody, and no funnel is left to lie in. */
const LOST = 10

/** Whether the municipalities differ by so much more than chance that no funnel is left. */
export const isLost = ({ overdispersion }: Pick<Answer, 'overdispersion'>): boolean =>
  overdispersion !== null && overdispersion.phi >= LOST

function lostFinding(phi: number, count: number, of: Of, lang: Lang): Finding {
  const times = writeNumber(phi, 0, lang)
  return {
    title: told(
      of,
      say(lang, 'kommunerna', 'the municipalities'),
      say(lang, 'skiljer sig åt', 'differ'),
      say(
        lang,
        'så mycket mer än slumpen att en tratt inget säger',
        'by so much more than chance that a funnel tells nothing',
      ),
      lang,
    ),
    explanation: say(
      lang,
      `Spridningen mellan ${municipalities(count, lang)} är ${times} gånger den som slumpen ger.`,
      `The spread between ${municipalities(count, lang)} is ${times} times what chance gives.`,
    ),
  }
}

function ownTitle(own: Point, of: Of, lang: Lang): string {
  return told(of, own.name, say(lang, 'ligger', 'lies'), clauseOf(own, lang), lang)
}

function clauseOf({ outside, outsideAdjusted: side }: Point, lang: Lang): string {
  const word = isAbove(side) ? say(lang, 'högre', 'higher') : say(lang, 'lägre', 'lower')
  if (isFar(side))
    return say(lang, `utanför tratten, klart ${word} än väntat`, `outside the funnel, clearly ${word} than expected`)
  if (side !== null)
    return say(lang, `i trattens kant, ${word} än väntat`, `at the edge of the funnel, ${word} than expected`)
  if (outside !== null)
    return say(
      lang,
      'i tratten: skillnaden mot landet är mer än slump men inte ovanlig',
      'inside the funnel: the difference from the country is more than chance but not unusual',
    )
  return say(
    lang,
    'i tratten: skillnaden mot landet kan vara slump',
    'inside the funnel: the difference from the country may be chance',
  )
}

function everyone(known: readonly Point[], of: Of, lang: Lang): string {
  const far = known.filter((point) => isFar(point.outsideAdjusted)).length
  const [outside, lies] = [
    say(lang, 'utanför tratten', 'outside the funnel'),
    say(lang, 'ligger', far > 1 ? 'lie' : 'lies'),
  ]
  if (known.length === 0) return say(lang, 'Ingen kommun har ett känt underlag', 'No municipality has a known base')
  if (known.length === 1) {
    const only = say(lang, 'den enda kommunen med känt underlag', 'the only municipality with a known base')
    return told(of, only, lies, far === 0 ? say(lang, 'i tratten', 'inside the funnel') : outside, lang)
  }
  const all = municipalities(known.length, lang)
  const who =
    far === 0 ? say(lang, `ingen av ${all}`, `none of ${all}`) : say(lang, `${far} av ${all}`, `${far} of ${all}`)
  return told(of, who, lies, outside, lang)
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
