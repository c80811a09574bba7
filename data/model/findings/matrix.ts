import type { MatrixAnswer } from '../answers/matrix.ts'
import type { Lang } from '../numbers.ts'
import { municipalities, say } from './finding.ts'

type Answer = Pick<MatrixAnswer, 'columns' | 'rows'>
type Tally = { municipality: string; best: number; worst: number; judged: number }

/** Cells in the best and in the worst quarter per municipality, in the order of the columns. */
function tallies(answer: Answer): Tally[] {
  return answer.columns.map((municipality, column) => {
    const bands = answer.rows.map((row) => row.cells[column]?.band ?? null).filter((band) => band !== null)
    const counted = (word: string) => bands.filter((band) => band === word).length
    return { municipality, best: counted('best'), worst: counted('worst'), judged: bands.length }
  })
}

/** Who of the group has most indicators in the best quarter; ties are named as ties. */
export function matrixFinding(answer: Answer, names: ReadonlyMap<string, string>, lang: Lang): string {
  const counted = tallies(answer)
  const most = Math.max(0, ...counted.map((one) => one.best))
  if (most === 0)
    return say(lang, 'Ingen kommun är bland den bästa fjärdedelen här', 'No municipality is in the best quarter here')
  const leaders = counted.filter((one) => one.best === most)
  if (leaders.length > 2) {
    const who = municipalities(leaders.length, lang)
    return say(
      lang,
      `${who} delar på flest platser i bästa fjärdedelen (${most})`,
      `${who} share the most places in the best quarter (${most})`,
    )
  }
  const who = leaders.map((one) => names.get(one.municipality) ?? one.municipality).join(say(lang, ' och ', ' and '))
  const verb =
    leaders.length === 1
      ? say(lang, 'är oftast', 'is most often')
      : say(lang, 'är oftast, lika ofta,', 'are equally and most often')
  const of = leaders[0]!.judged
  return leaders.length === 1
    ? say(
        lang,
        `${who} ${verb} bland den bästa fjärdedelen: i ${most} av ${of}`,
        `${who} ${verb} in the best quarter: in ${most} of ${of}`,
      )
    : say(
        lang,
        `${who} ${verb} bland den bästa fjärdedelen: i ${most}`,
        `${who} ${verb} in the best quarter: in ${most}`,
      )
}
