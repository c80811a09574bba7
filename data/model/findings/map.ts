import type { CompareAnswer, CompareRow } from '../answers/compare.ts'
import { type Lang, writeValue } from '../numbers.ts'
import { spreadFinding } from './compare.ts'
import { joined, municipalities, say } from './finding.ts'

type Answer = Pick<CompareAnswer, 'about' | 'period' | 'reference' | 'rows'>
type Known = CompareRow & { value: number }

/** More names than this are counted instead. */
const MOST_NAMES = 3

/**
 * Title of the map: how many of those that are framed, or of the own county, are in the best or the worst quarter of the
 * country, whichever are more; without quarters, where in the country the value is highest and lowest.
 */
export function mapFinding(answer: Answer, near: { name: string; members: readonly string[] }, lang: Lang): string {
  const rows = answer.rows.filter((row) => near.members.includes(row.municipality) && row.band !== null)
  if (rows.length === 0) return extremesFinding(answer, lang)
  const countOf = (band: CompareRow['band']) => rows.filter((row) => row.band === band).length
  const [best, worst] = [countOf('best'), countOf('worst')]
  if (best === worst) return evenFinding(best, rows.length, near.name, lang)
  const [count, quarter] = worst > best ? [worst, say(lang, 'sämsta', 'worst')] : [best, say(lang, 'bästa', 'best')]
  return say(
    lang,
    `${count} av ${rows.length} i ${near.name} hör till den ${quarter} fjärdedelen`,
    `${count} of ${rows.length} in ${near.name} ${count === 1 ? 'is' : 'are'} in the ${quarter} quarter`,
  )
}

function evenFinding(each: number, of: number, name: string, lang: Lang): string {
  if (each === 0)
    return say(
      lang,
      `Ingen av ${of} i ${name} hör till den bästa eller sämsta fjärdedelen`,
      `None of ${of} in ${name} is in the best or the worst quarter`,
    )
  return say(
    lang,
    `Lika många i ${name} hör till den bästa som till den sämsta fjärdedelen: ${each} av ${of}`,
    `As many in ${name} are in the best quarter as in the worst: ${each} of ${of}`,
  )
}

function extremesFinding(answer: Answer, lang: Lang): string {
  const known = answer.rows.filter((row): row is Known => row.value !== null).sort((a, b) => b.value - a.value)
  const written = ({ value }: Known) => writeValue(value, answer.about, lang)
  const [highest, lowest] = [known[0], known.at(-1)]
  const isAlike = !highest || !lowest || written(highest) === written(lowest)
  if (isAlike || answer.about.kind === 'yesno') return spreadFinding(answer, lang)
  const where = (one: Known) => {
    const alike = known.filter((row) => written(row) === written(one)).map(({ name }) => name)
    const names = alike.length > MOST_NAMES ? municipalities(alike.length, lang) : joined(alike, lang)
    return say(lang, `i ${names} (${written(one)})`, `in ${names} (${written(one)})`)
  }
  return say(
    lang,
    `Högst ${where(highest)}, lägst ${where(lowest)}`,
    `Highest ${where(highest)}, lowest ${where(lowest)}`,
  )
}
