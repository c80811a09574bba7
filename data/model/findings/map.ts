import type { CompareRow } from '../answers/compare.ts'
import { asSentence, type Lang, writeValue } from '../numbers.ts'
import type { Compared as Answer } from './compared.ts'
import { joined, municipalities, say } from './finding.ts'
import { isAnswer } from './kinds.ts'
import { spreadFinding } from './spread.ts'
import { sharedBest } from './ties.ts'
import { type Group, inPlace, sexOf, someOf, told, within } from './whom.ts'

type Known = CompareRow & { value: number }

/** More names than this are counted instead. */
const MOST_NAMES = 3

/** Those that are framed, or the own county. */
type Near = { id?: string; name: string; members: readonly string[] }

const groupOf = ({ id = '', name }: Near): Group => ({ id, name })

/**
 * Title of the map: how many of those that are framed, or of the own county, are in the best or the worst quarter of the
 * country, whichever are more; without quarters, where in the country the value is highest and lowest.
 */
export function mapFinding(answer: Answer, near: Near, lang: Lang): string {
  const rows = answer.rows.filter((row) => near.members.includes(row.municipality) && row.band !== null)
  if (isAnswer(answer.about)) return spreadFinding(answer, lang)
  const shared = sharedBest(
    answer.rows.map(({ value }) => value),
    answer.about.direction,
  )
  if (shared) return shared.count === shared.of ? spreadFinding(answer, lang) : sharedFinding(answer, shared, lang)
  if (rows.length === 0) return extremesFinding(answer, lang)
  const countOf = (band: CompareRow['band']) => rows.filter((row) => row.band === band).length
  const [best, worst] = [countOf('best'), countOf('worst')]
  const place = whoseOf(rows.length, near, lang)
  if (best === worst) return evenFinding(answer, best, rows.length, place, lang)
  const [count, quarter] = worst > best ? [worst, say(lang, 'sämsta', 'worst')] : [best, say(lang, 'bästa', 'best')]
  const subject = rows.length === 1 ? rows[0]!.name : someOf(count, rows.length, place, lang)
  const verb = say(lang, 'hör', count === 1 ? 'is' : 'are')
  return told(
    answer,
    subject,
    verb,
    say(lang, `till landets ${quarter} fjärdedel`, `in the ${quarter} quarter of the country`),
    lang,
  )
}

/** Whose quarters are counted: of those that have a value, where not all have one. */
function whoseOf(known: number, near: Near, lang: Lang): string {
  const place = within(groupOf(near), lang)
  return known === near.members.length ? place : say(lang, `med värde ${place}`, `with a value ${place}`)
}

function sharedFinding(
  answer: Answer,
  { value, count, of }: { value: number; count: number; of: number },
  lang: Lang,
): string {
  const subject = say(lang, `${count} av ${of} kommuner`, `${count} of ${of} municipalities`)
  const rest = say(
    lang,
    `det bästa värdet, ${writeValue(value, answer.about, lang)}`,
    `the best value, ${writeValue(value, answer.about, lang)}`,
  )
  return told(answer, subject, say(lang, 'delar', 'share'), rest, lang)
}

function evenFinding(answer: Answer, each: number, of: number, place: string, lang: Lang): string {
  if (each === 0) {
    const subject =
      of === 1
        ? say(lang, `den enda kommunen ${place}`, `the only municipality ${place}`)
        : say(lang, `ingen av ${of} ${place}`, `none of ${of} ${place}`)
    const rest =
      of === 1
        ? say(lang, 'till landets mittersta hälft', 'in the middle half of the country')
        : say(lang, 'till landets bästa eller sämsta fjärdedel', 'in the best or the worst quarter of the country')
    return told(answer, subject, say(lang, 'hör', 'is'), rest, lang)
  }
  const subject = say(lang, `lika många ${place}`, `as many ${place}`)
  const rest = say(
    lang,
    `till landets bästa som till dess sämsta fjärdedel: ${each} av ${of}`,
    `in the best quarter of the country as in the worst: ${each} of ${of}`,
  )
  return told(answer, subject, say(lang, 'hör', 'are'), rest, lang)
}

function extremesFinding(answer: Answer, lang: Lang): string {
  const known = answer.rows.filter((row): row is Known => row.value !== null).sort((a, b) => b.value - a.value)
  const written = ({ value }: Known) => writeValue(value, answer.about, lang)
  const [highest, lowest] = [known[0], known.at(-1)]
  if (!highest || !lowest || written(highest) === written(lowest)) return spreadFinding(answer, lang)
  const where = (one: Known) => {
    const alike = known.filter((row) => written(row) === written(one)).map(({ name }) => name)
    const names =
      alike.length > MOST_NAMES
        ? say(lang, `i ${municipalities(alike.length, lang)}`, `in ${municipalities(alike.length, lang)}`)
        : inPlaces(alike, lang)
    return `${names} (${written(one)})`
  }
  const whom = sexOf(answer, lang)
  const highestWord =
    whom === '' ? say(lang, 'högst', 'highest') : say(lang, `bland ${whom} högst`, `among ${whom} highest`)
  return asSentence(
    say(
      lang,
      `${highestWord} ${where(highest)}, lägst ${where(lowest)}`,
      `${highestWord} ${where(highest)}, lowest ${where(lowest)}`,
    ),
  )
}

/** `på Gotland`, `i Solna och Ekerö`, `på Öckerö och i Lekeberg`: a preposition serves those after it that have the same. */
function inPlaces(names: readonly string[], lang: Lang): string {
  const places = names.map((name) => inPlace(name, lang))
  const prepositionOf = (at: number) => places[at]?.split(' ')[0]
  return joined(
    places.map((place, at) => (at > 0 && prepositionOf(at) === prepositionOf(at - 1) ? names[at]! : place)),
    lang,
  )
}
