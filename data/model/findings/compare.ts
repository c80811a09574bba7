import type { CompareRow } from '../answers/compare.ts'
import { type Lang, writeRange, writeValue } from '../numbers.ts'
import { differsFrom } from './certainty.ts'
import type { Compared as Answer } from './compared.ts'
import { comparisonSentence, isWrittenAlike } from './comparison.ts'
import { countClause } from './counts.ts'
import { directionSentence, type Finding, municipalities, quoted, say, sentences } from './finding.ts'
import { answered, answerOf, besideMedian, isAnswer, isVolume, valueAt } from './kinds.ts'
import { leastBaseClause } from './least-base.ts'
import { reasonMissing } from './missing.ts'
import { type Clause, isNearTheMiddle, positionAmong, positionClause } from './position.ts'
import { rankSentence } from './ranked.ts'
import { answersSentence } from './spread.ts'
import { sharedBest } from './ties.ts'
import { among, amongSex, inPlace, likeOthers, told, within } from './whom.ts'

/** What is known besides the answers. */
export type More = {
  /** The inhabitants of a municipality: a count says little without them. */
  populationOf?: (municipality: string) => number | undefined
}

/**
 * Where a municipality stands among all of an answer's rows, in words for the kind of figure.
 * @param group the same question asked within a smaller group, if there is one, for its median and place
 */
export function compareFinding(
  answer: Answer,
  municipality: string,
  lang: Lang,
  group?: Answer,
  more: More = {},
): Finding {
  const row = answer.rows.find((one) => one.municipality === municipality)
  if (!row || row.value === null) return missingFinding(answer, row, lang)
  const [verb, rest] = clauseOf(answer, row, row.value, more, lang)
  return {
    title: told(answer, row.name, verb, rest, lang),
    explanation: sentences(
      valueSentence(answer, row, row.value, lang),
      endedSentence(answer, lang),
      directionSentence(answer.about, lang),
      aroundSentence(answer, municipality, group, lang),
      sharedSentence(answer, lang),
      comparisonSentence(answer, row, lang),
      fewSentence(answer, row, lang),
      group ? rankSentence(group, municipality, lang) : '',
    ),
  }
}

function clauseOf(answer: Answer, row: CompareRow, own: number, more: More, lang: Lang): Clause {
  const { about, reference } = answer
  const position = positionAmong(
    own,
    answer.rows.filter((one) => one !== row).map((one) => one.value),
  )
  if (isAnswer(about)) return answerClause(answer, own, position, lang)
  if (about.kind === 'count') return countClause(answer, row, more, lang)
  if (isVolume(about) && reference.median !== null && position.others > 0) {
    const beside = besideMedian(own, reference.median, about, lang)
    const median = say(lang, `medianen ${among(reference, lang)}`, `the median ${among(reference, lang)}`)
    return [say(lang, 'ligger', 'is'), `${beside} ${median}`]
  }
  if (position.level > position.others / 4 && position.level < position.others)
    return levelClause(answer, own, position, lang)
  return aside(positionClause(position, lang), answer, row, position, lang)
}

/** A place to the one side is told with it that the value may as well lie in the middle, where it may. */
function aside(clause: Clause, answer: Answer, row: CompareRow, around: Around, lang: Lang): Clause {
  const { median } = answer.reference
  if (median === null || isNearTheMiddle(around)) return clause
  const mayBeThere = differsFrom(row, median) === false || isWrittenAlike(row, median, answer.about, lang)
  if (!mayBeThere) return clause
  const [verb, rest] = clause
  return [
    verb,
    say(lang, `${rest}, men inte säkert skilt från mitten`, `${rest}, but not surely apart from the middle`),
  ]
}

type Around = ReturnType<typeof positionAmong>

function answerClause({ about }: Answer, own: number, { level, others }: Around, lang: Lang): Clause {
  const [verb, answer] = answered(own, about, lang)
  return [verb, `${answer}${likeOthers(level, others, lang)}`]
}

const levelClause = ({ about }: Answer, own: number, { level, others }: Around, lang: Lang): Clause => [
  say(lang, 'har', 'has'),
  `${writeValue(own, about, lang)}${likeOthers(level, others, lang)}`,
]

function valueSentence(answer: Answer, row: CompareRow, own: number, lang: Lang): string {
  const { about, period } = answer
  const where = `${amongSex(answer, lang)}${inPlace(row.name, lang)}`
  const when = say(lang, String(period), `in ${period}`)
  const name = quoted(about.short, lang)
  if (isAnswer(about)) return `${name}: ${answerOf(own, about, lang)} ${where} ${when}.`
  const is = say(lang, 'är', 'is')
  const stated = `${name} ${is} ${valueAt(own, about, where, when, lang)}`
  if (row.lower === null || row.upper === null) return `${stated}.`
  const range = writeRange(row.lower, row.upper, about, lang)
  return say(lang, `${stated} (95-procentigt intervall ${range}).`, `${stated} (95% interval ${range}).`)
}

/** How few may stand behind a share whose base nobody states, where the share itself shows it. */
function fewSentence({ about }: Answer, row: CompareRow, lang: Lang): string {
  const clause = row.lower === null && row.value !== null ? leastBaseClause(row.value, about, lang) : ''
  if (clause === '') return ''
  return say(lang, `Underlaget är inte känt, men ${clause}.`, `The base is not known, but ${clause}.`)
}

function endedSentence({ about, period }: Answer, lang: Lang): string {
  if (about.ended === null || about.ended === undefined || period < about.ended) return ''
  return say(lang, `Måttet samlas inte in efter ${about.ended}.`, `The measure is not collected after ${about.ended}.`)
}

/** What the others have: answers counted, else the median; that of a count follows the size of the municipalities and is left out. */
function aroundSentence(answer: Answer, municipality: string, group: Answer | undefined, lang: Lang): string {
  if (isAnswer(answer.about)) return answersSentence(answer, lang)
  return answer.about.kind === 'count' ? '' : medianSentence(answer, municipality, group, lang)
}

/** A group of so few is named, value by value; its median would say nothing. */
const FEW = 3

function medianSentence(answer: Answer, municipality: string, group: Answer | undefined, lang: Lang): string {
  const { median, count } = answer.reference
  if (median === null || count < 2) return ''
  const value = writeValue(median, answer.about, lang)
  const whom = municipalities(count, lang)
  const base = say(lang, `Medianen bland ${whom} är ${value}`, `The median of ${whom} is ${value}`)
  if (!group || group.reference.median === null) return `${base}.`
  if (group.reference.count <= FEW) return sentences(`${base}.`, namedSentence(group, municipality, lang))
  const theirs = writeValue(group.reference.median, answer.about, lang)
  const where = within(group.reference, lang)
  return say(lang, `${base}, ${where} ${theirs}.`, `${base}; ${where} it is ${theirs}.`)
}

function namedSentence(group: Answer, municipality: string, lang: Lang): string {
  const named = group.rows.filter((row) => row.value !== null && row.municipality !== municipality && row.rank !== null)
  return sentences(
    ...named.map(({ name, value }) =>
      say(
        lang,
        `${name} har ${writeValue(value!, group.about, lang)}.`,
        `${name} has ${writeValue(value!, group.about, lang)}.`,
      ),
    ),
  )
}

/** That so many share the best value that quarters say nothing. */
function sharedSentence({ about, rows }: Answer, lang: Lang): string {
  if (isAnswer(about)) return ''
  const shared = sharedBest(
    rows.map(({ value }) => value),
    about.direction,
  )
  if (!shared || shared.count === shared.of) return ''
  const value = writeValue(shared.value, about, lang)
  return say(
    lang,
    `${shared.count} av ${shared.of} delar det bästa värdet, ${value}, så någon bästa fjärdedel finns inte.`,
    `${shared.count} of ${shared.of} share the best value, ${value}, so there is no best quarter.`,
  )
}

/** What it had in another year; an answer was given, a value was had. */
function insteadClause(
  { value, period }: { value: number; period: number },
  about: Answer['about'],
  lang: Lang,
): string {
  if (about.kind !== 'yesno') {
    const written = isAnswer(about) ? answerOf(value, about, lang) : writeValue(value, about, lang)
    return say(lang, `, men ${written} för ${period}`, `, but ${written} for ${period}`)
  }
  const answer = answerOf(value, about, lang)
  return say(lang, `, men svarade ${answer} ${period}`, `, but answered ${answer} in ${period}`)
}

function missingFinding(answer: Answer, row: CompareRow | undefined, lang: Lang): Finding {
  const other = row?.other ?? null
  const { about, period } = answer
  const name = row?.name ?? say(lang, 'Kommunen', 'The municipality')
  const none = say(lang, `inget värde för ${period}`, `no value for ${period}`)
  const instead = other === null ? '' : insteadClause(other, about, lang)
  return {
    title: told(answer, name, say(lang, 'har', 'has'), `${none}${instead}`, lang),
    explanation: sentences(
      `${quoted(about.short, lang)}: ${reasonMissing(row?.status ?? null, lang)}.`,
      endedSentence(answer, lang),
      aroundSentence(answer, row?.municipality ?? '', undefined, lang),
    ),
  }
}
