import { RULES } from '../../data/instruments/rules.ts'
import type { ProtectedSurvey, Survey } from '../../data/model/survey.ts'
import { barsOf } from './bars.ts'
import { shownCount } from './counts.ts'
import { distributionOf } from './distribution.ts'
import { digest, personKey } from './keys.ts'
import { protectedCount } from './noise.ts'
import type { Strictness } from './plan.ts'
import { toldAtCut } from './told.ts'

const TO_NEAREST = 5

/** What clients' answers are drawn by: another is another draw. */
export const signatureOf = ({ k, floor }: Strictness): string => `${RULES} ${k} ${floor}`

/** How many have answered. */
export const answeredIn = ({ counts }: Pick<Survey, 'counts'>): number => counts.reduce((sum, count) => sum + count, 0)

/**
 * How clients have answered a question, protected as an item of a cell is (disclosure rules 5 to 7 and 9); null below the
 * floor. The file has no persons: the i-th answerer of the municipality's year stands for one, from the highest grade down.
 * So the same counts always give the same answer, questions that as many have answered share one draw of how many that
 * were (more questions are not more draws), and each question has draws of its own at its cuts.
 */
export function protectedSurvey(survey: Survey, secret: string, { k, floor }: Strictness): ProtectedSurvey | null {
  const { question, title, period, municipality, grades, asked } = survey
  const { values, keys } = answerersOf(survey, secret)
  const cuts = grades.slice(1).map(({ value }) => value)
  const numbers = { values, keys, cuts, secret: digest(`${secret}|survey|${question}`) }
  const item = distributionOf(Int32Array.from(values.keys()), numbers, floor)
  if (!item) return null
  const told = item.above.map((above) => toldAtCut(above, item.all, k))
  const steps = grades.map(({ value }) => ({ from: value }))
  const bars = barsOf(steps, fromTheMiddle(cuts), { ...item, cuts, told }, k)
  return {
    ...{ question, title, period, municipality, grades, answerers: 'clients' },
    answered: shownCount(item.all),
    responseRate: asked === null ? null : rateOf(item.all, asked, survey, secret),
    bars:
      bars.length < 2
        ? []
        : bars.map(({ first, last, percent }) => {
            return { from: grades[first]!.value, to: grades[last]!.value, percent }
          }),
  }
}

/** Each answerer's grade, the highest first, and key in the municipality's year. */
function answerersOf({ municipality, period, grades, counts }: Survey, secret: string) {
  const values = Float64Array.from(grades.flatMap(({ value }, at) => Array<number>(counts[at]!).fill(value)).reverse())
  const place = municipality ?? 'all'
  const keys = Uint32Array.from(values, (_, i) => personKey(secret, place, period, 'survey', String(i)))
  return { values, keys }
}

/** How many percent of those asked have answered; of protected counts, to the nearest five. */
function rateOf(answered: number, asked: number, { municipality, period }: Survey, secret: string): number {
  const key = personKey(secret, municipality ?? 'all', period, 'survey asked', String(asked))
  const percent = (100 * answered) / Math.max(1, protectedCount(asked, key))
  return Math.min(100, Math.round(percent / TO_NEAREST) * TO_NEAREST)
}

/** The cut in the middle is kept first: it says most. */
const fromTheMiddle = (cuts: readonly number[]): number[] => {
  const middle = (cuts.length - 1) / 2
  const away = (at: number): number => Math.abs(at - middle)
  return cuts
    .map((_, at) => at)
    .sort((a, b) => away(a) - away(b) || a - b)
    .map((at) => cuts[at]!)
}
