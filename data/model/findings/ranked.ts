import type { CompareRow } from '../answers/compare.ts'
import { type Lang, writeShort, writeValue } from '../numbers.ts'
import { areApart, mayBeChance, restOf } from './certainty.ts'
import type { Compared as Answer } from './compared.ts'
import { joined, nounOf, say } from './finding.ts'
import { answered, isAnswer, isRanked } from './kinds.ts'
import { numberAmong, positionAmong } from './position.ts'
import { spreadFinding } from './spread.ts'
import { sharedBest } from './ties.ts'
import { likeOthers, others, told, within } from './whom.ts'

type Known = CompareRow & { value: number; margin?: number | null }

const membersOf = (group: Answer): Known[] =>
  group.rows.filter((row): row is Known => row.value !== null && row.rank !== null)

/** A place among fewer than these is no place. */
const FEWEST_PLACES = 3

/** Title of the ranked figure: what is lowest or highest in the group, a place among several, else how far apart they lie. */
export function rankedFinding(group: Answer, municipality: string, lang: Lang): string {
  const members = membersOf(group)
  const row = group.rows.find((one) => one.municipality === municipality)
  if (!row || row.value === null) return spreadFinding(group, lang)
  const own = row as Known
  if (isAnswer(group.about)) return likeSentence(group, own, members, lang)
  if (row.rank === null) return outsiderFinding(group, own, members, lang)
  if (members.length === 1) return aloneFinding(group, own, lang)
  if (members.length === 2) return pairFinding(group, own, members.find((one) => one !== own)!, lang)
  return placeFinding(group, own, members, lang)
}

/** How many of the others answer alike. */
function likeSentence(group: Answer, own: Known, members: readonly Known[], lang: Lang): string {
  const [verb, answer] = answered(own.value, group.about, lang)
  const rest = members.filter((one) => one !== own)
  const alike = rest.filter(({ value }) => value === own.value).length
  const like = likeOthers(alike, rest.length, lang)
  return told(group, own.name, verb, like === '' ? answer : `${answer}${like} ${within(group.reference, lang)}`, lang)
}

function aloneFinding(group: Answer, own: Known, lang: Lang): string {
  const value = writeValue(own.value, group.about, lang)
  const place = within(group.reference, lang)
  return told(
    group,
    own.name,
    say(lang, 'har', 'has'),
    say(lang, `${value} och är ensam om ett värde ${place}`, `${value} and is alone in having a value ${place}`),
    lang,
  )
}

/** Two are set against each other, and called different only where they are. */
function pairFinding(group: Answer, own: Known, other: Known, lang: Lang): string {
  const [mine, theirs] = [own, other].map(({ value }) => writeValue(value, group.about, lang))
  const has = say(lang, 'har', 'has')
  if (mine === theirs)
    return told(
      group,
      own.name,
      has,
      say(lang, `${mine}, lika med ${other.name}`, `${mine}, the same as ${other.name}`),
      lang,
    )
  const beside = say(lang, `${mine} och ${other.name} ${theirs}`, `${mine} and ${other.name} ${theirs}`)
  const apart = areApart(own, other)
  return told(group, own.name, has, apart === false ? `${beside}; ${mayBeChance(restOf(own), lang)}` : beside, lang)
}

function placeFinding(group: Answer, own: Known, members: readonly Known[], lang: Lang): string {
  const around = positionAmong(
    own.value,
    members.filter((one) => one !== own).map(({ value }) => value),
  )
  if (around.level === around.others) return spreadFinding(group, lang)
  const shared = sharedBest(
    members.map(({ value }) => value),
    isRanked(group.about) ? group.about.direction : 'neutral',
  )
  if (shared && shared.value === own.value) return sharedFinding(group, own, shared.count, lang)
  if (!isRanked(group.about)) return amongSpread(group, own, lang)
  if (around.below === 0) return outermost(group, own, members, 'low', lang)
  if (around.above === 0) return outermost(group, own, members, 'high', lang)
  return told(group, own.name, say(lang, 'är', 'is'), placeOf(group, own, members, lang), lang)
}

function sharedFinding(group: Answer, own: Known, count: number, lang: Lang): string {
  const value = writeValue(own.value, group.about, lang)
  const place = within(group.reference, lang)
  return told(
    group,
    own.name,
    say(lang, 'delar', 'shares'),
    say(
      lang,
      `det bästa värdet, ${value}, med ${others(count - 1, lang)} ${place}`,
      `the best value, ${value}, with ${others(count - 1, lang)} ${place}`,
    ),
    lang,
  )
}

/** What has no place is set among the others' values. */
function amongSpread(group: Answer, own: Known, lang: Lang): string {
  const spread = spreadFinding(group, lang)
  const value = writeShort(own.value, group.about, lang)
  return say(lang, `${spread}, ${own.name} på ${value}`, `${spread}, ${own.name} at ${value}`)
}

function outermost(group: Answer, own: Known, members: readonly Known[], side: 'low' | 'high', lang: Lang): string {
  const alike = members.filter(({ value, name }) => value === own.value && name !== own.name).map(({ name }) => name)
  const most = side === 'low' ? say(lang, 'lägst', 'the lowest') : say(lang, 'högst', 'the highest')
  const noun = nounOf(group.about.kind, lang)
  const place = within(group.reference, lang)
  const shared =
    alike.length === 0 ? '' : say(lang, `, delat med ${joined(alike, lang)}`, `, shared with ${joined(alike, lang)}`)
  return told(group, own.name, say(lang, 'har', 'has'), `${most} ${noun} ${place}${shared}`, lang)
}

/** `nummer 3 av 8 i FoU Nordväst, delat med en annan`. */
function placeOf(group: Answer, row: CompareRow, members: readonly CompareRow[], lang: Lang): string {
  const where = within(group.reference, lang)
  const place = `${numberAmong(row, lang)} ${where}`
  const sharing = members.filter(({ rank }) => rank === row.rank).length - 1
  if (sharing === 0) return place
  return say(lang, `${place}, delat med ${others(sharing, lang)}`, `${place}, shared with ${others(sharing, lang)}`)
}

/** The place in a group in a sentence; empty where a place says nothing: of costs, volumes and answers, or among two. */
export function rankSentence(group: Answer, municipality: string, lang: Lang): string {
  const members = membersOf(group)
  const row = members.find((one) => one.municipality === municipality)
  if (!row || members.length < FEWEST_PLACES || !isRanked(group.about)) return ''
  const where = within(group.reference, lang)
  const values = members.map(({ value }) => value)
  const shared = sharedBest(values, group.about.direction)
  if (shared && shared.value === row.value) {
    if (shared.count === shared.of) return ''
    return say(
      lang,
      `${row.name} delar det bästa värdet med ${others(shared.count - 1, lang)} ${where}.`,
      `${row.name} shares the best value with ${others(shared.count - 1, lang)} ${where}.`,
    )
  }
  const place = `${placeOf(group, row, members, lang)}${rankRange(row, lang)}`
  return say(lang, `${row.name} är ${place}.`, `${row.name} is ${place}.`)
}

/** The places that the uncertainty leaves open; empty where it is not known. */
function rankRange({ rankLower, rankUpper }: CompareRow, lang: Lang): string {
  if (rankLower === null || rankUpper === null) return ''
  if (rankLower === rankUpper) return say(lang, ', med 95 procents säkerhet', ', with 95 per cent confidence')
  return say(
    lang,
    `, med 95 procents säkerhet ${rankLower}–${rankUpper}`,
    `, with 95 per cent confidence ${rankLower}–${rankUpper}`,
  )
}

/** Title where the municipality is no member of the group: how many of it lie below or above. */
function outsiderFinding(group: Answer, own: Known, members: readonly Known[], lang: Lang): string {
  const around = positionAmong(
    own.value,
    members.map(({ value }) => value),
  )
  const place = within(group.reference, lang)
  if (around.others === 0) return aloneFinding(group, own, lang)
  const lies = say(lang, 'ligger', 'is')
  if (around.level === around.others)
    return told(group, own.name, lies, say(lang, `lika med alla ${place}`, `level with all ${place}`), lang)
  const [word, passed] =
    around.above > around.below
      ? [say(lang, 'lägre', 'lower'), around.above]
      : [say(lang, 'högre', 'higher'), around.below]
  const all = passed === around.others
  const than = all
    ? say(lang, `alla ${around.others} ${place}`, `all ${around.others} ${place}`)
    : say(lang, `${passed} av ${around.others} ${place}`, `${passed} of ${around.others} ${place}`)
  return told(group, own.name, lies, say(lang, `${word} än ${than}`, `${word} than ${than}`), lang)
}
