import type { MatrixAnswer } from '../answers/matrix.ts'
import type { Lang } from '../numbers.ts'
import { joined, municipalities, say } from './finding.ts'
import { isQuarter, placeOf } from './quarters.ts'
import { childrenIn, told } from './whom.ts'

type Answer = Pick<MatrixAnswer, 'columns' | 'rows'> & Partial<Pick<MatrixAnswer, 'sex'>>
type Tally = { municipality: string; best: number; judged: number }

/** Cells in the best quarter per municipality, in the order of the columns. */
function tallies(answer: Answer): Tally[] {
  return answer.columns.map((municipality, column) => {
    const places = answer.rows.map((row) => placeOf(row.cells[column]?.band ?? null, row)).filter(isQuarter)
    return { municipality, best: places.filter((place) => place === 'best').length, judged: places.length }
  })
}

/** More leaders than this are counted instead of named. */
const MOST_NAMES = 2

/** Who of the group has most indicators in the best quarter; ties are named as ties. */
export function matrixFinding(answer: Answer, names: ReadonlyMap<string, string>, lang: Lang): string {
  const counted = tallies(answer)
  const judged = Math.max(0, ...counted.map((one) => one.judged))
  if (judged === 0) return say(lang, 'Inga indikatorer med riktning här', 'No indicators with a direction here')
  const whose = { ...answer, about: { children: childrenIn(answer.rows.filter(isJudged)) } }
  const is = say(lang, 'är', 'is')
  if (counted.length === 1) return told(whose, nameOf(counted[0]!, names), is, aloneRest(counted[0]!, lang), lang)
  const most = Math.max(0, ...counted.map((one) => one.best))
  if (most === 0) {
    const nobody = say(lang, 'ingen kommun', 'no municipality')
    return told(whose, nobody, is, say(lang, 'i bästa fjärdedelen här', 'in the best quarter here'), lang)
  }
  const leaders = counted.filter((one) => one.best === most)
  const isSeveral = leaders.length > MOST_NAMES
  const who = isSeveral
    ? municipalities(leaders.length, lang)
    : joined(
        leaders.map((one) => nameOf(one, names)),
        lang,
      )
  return told(whose, who, say(lang, 'är', leaders.length === 1 ? 'is' : 'are'), restOf(leaders, most, lang), lang)
}

const nameOf = ({ municipality }: Tally, names: ReadonlyMap<string, string>) => names.get(municipality) ?? municipality

const isJudged = (row: Answer['rows'][number]): boolean => row.cells.some(({ band }) => isQuarter(placeOf(band, row)))

const indicatorsOf = (count: number, lang: Lang) =>
  count === 1 ? say(lang, 'indikator', 'indicator') : say(lang, 'indikatorer', 'indicators')

/** Of one alone there is no most. */
function aloneRest({ best, judged }: Tally, lang: Lang): string {
  const of = indicatorsOf(judged, lang)
  if (best === 0) return say(lang, 'inte i bästa fjärdedelen här', 'not in the best quarter here')
  return say(
    lang,
    `i bästa fjärdedelen i ${best} av ${judged} ${of}`,
    `in the best quarter in ${best} of ${judged} ${of}`,
  )
}

function restOf(leaders: readonly Tally[], most: number, lang: Lang): string {
  const [{ judged }] = leaders as [Tally]
  const isSame = leaders.every((one) => one.judged === judged)
  const count = isSame ? say(lang, `${most} av ${judged}`, `${most} of ${judged}`) : String(most)
  const of = indicatorsOf(isSame ? judged : most, lang)
  const each = leaders.length === 1 ? '' : say(lang, ' var', ' each')
  return say(
    lang,
    `oftast i bästa fjärdedelen: i ${count} ${of}${each}`,
    `most often in the best quarter: in ${count} ${of}${each}`,
  )
}
