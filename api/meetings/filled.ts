import type { Subject } from '../../data/figures/subject.ts'
import { missingWord } from '../../data/model/findings/missing.ts'
import type { Localized } from '../../data/model/localized.ts'
import { changeInterval } from '../../data/model/meetings/change-interval.ts'
import { fillTokens, type Known, readTokens, type Token, type TokenMistake } from '../../data/model/meetings/tokens.ts'
import { writeDifference, writeValue } from '../../data/model/numbers.ts'
import { aboutOf } from '../figures/about.ts'
import { type Members, nameOf } from '../figures/members.ts'
import { periodOf } from '../figures/period.ts'
import { rankLimitsIn } from '../figures/rank-limits.ts'
import { standingOf } from '../figures/standing.ts'
import { subjectOf } from '../figures/subject.ts'
import type { Language } from '../language.ts'
import { Problem } from '../problem.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { measuredAt } from './measured.ts'

/** A text with its tokens filled, or what is wrong with them. */
export type Filled = { text: string; mistakes: TokenMistake[] }

/** Fills a text's tokens from a release; ranks and the second best are among the members. */
export async function filled(
  release: OpenRelease,
  text: string,
  members: Members,
  language: Language,
): Promise<Filled> {
  const { tokens, mistakes } = readTokens(text, knownIn(release))
  const made = await Promise.all(tokens.map((token) => filledToken(release, token, members, language)))
  const words = made.flatMap((one) => ('text' in one ? [one] : []))
  const refused = made.flatMap((one) => ('mistake' in one ? [one.mistake] : []))
  return { text: fillTokens(text, words), mistakes: [...mistakes, ...refused].sort((a, b) => a.start - b.start) }
}

const knownIn = (release: OpenRelease): Known => ({
  indicators: new Set([...release.indicators.keys()].filter((id) => (release.coverage.get(id)?.length ?? 0) > 0)),
  municipalities: new Map([...release.municipalities.values()].map(({ shortName, code }) => [shortName, code])),
})

type Made = { token: Token; text: string } | { mistake: TokenMistake }

async function filledToken(release: OpenRelease, token: Token, members: Members, language: Language): Promise<Made> {
  const subject = await subjectOf(release, release.indicators.get(token.indicator)!, 'T')
  try {
    const period = periodOf(release, subject, token.period ?? undefined)
    const asked = { release, subject, period, members, language, municipality: token.municipality }
    if (token.word === 'second') return secondBest(token, asked)
    return { token, text: await WORDS[token.word]({ ...asked, municipality: token.municipality! }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refused(token, error.mistakes[0]?.message ?? error.detail)
  }
}

const refused = (token: Token, message: Localized): Made => ({
  mistake: { token: `{…:${token.indicator}}`, start: token.start, message },
})

type Asked = {
  release: OpenRelease
  subject: Subject
  period: number
  members: Members
  language: Language
  municipality: string
}

const WORDS: Record<'value' | 'rank' | 'change', (asked: Asked) => string | Promise<string>> = {
  value: ({ release, subject, period, municipality, language }) =>
    written(measuredAt(release, subject, period, municipality).value, subject, period, municipality, language),
  rank: rankText,
  change: changeText,
}

function written(
  value: number | null,
  { indicator, values }: Subject,
  period: number,
  municipality: string,
  language: Language,
): string {
  if (value === null) return `${missingWord(values.at(period, municipality).status, language)} (${period})`
  return `${writeValue(value, aboutOf(indicator, language), language)} (${period})`
}

/** Never a bare rank: with the ranks that the uncertainty leaves open where they are known. */
async function rankText({ release, subject, period, members, municipality, language }: Asked): Promise<string> {
  const standing = standingOf(release, subject, period, members)
  const rank = standing.ranks.get(municipality) ?? null
  if (rank === null) return written(null, subject, period, municipality, language)
  const limits = (await rankLimitsIn(release, standing, members, [municipality])).get(municipality)
  const of = standing.reference.count
  const open = limits ? `, ${limits.lower}–${limits.upper} ${SURELY[language]}` : ''
  return `${NUMBER[language]} ${rank} ${OF[language]} ${of} (${period}${open})`
}

const NUMBER = { sv: 'nummer', en: 'number' }
const OF = { sv: 'av', en: 'of' }
const SURELY = { sv: 'med 95 procents säkerhet', en: 'with 95 per cent confidence' }
const WITHIN = { sv: 'ryms i slumpen', en: 'within chance' }
const UNKNOWN = { sv: 'osäkerheten är okänd', en: 'uncertainty unknown' }

/** From the year before to the year, with whether that is more than chance. */
function changeText({ release, subject, period, municipality, language }: Asked): string {
  const before = subject.values.periods.filter((one) => one < period).at(-1)
  const [from, to] = [before ?? period, period].map((one) => measuredAt(release, subject, one, municipality))
  if (before === undefined || from!.value === null || to!.value === null)
    return written(null, subject, period, municipality, language)
  const about = aboutOf(subject.indicator, language)
  const interval = changeInterval(from!, to!)
  const chance =
    interval === null ? UNKNOWN[language] : interval.lower <= 0 && interval.upper >= 0 ? WITHIN[language] : ''
  const unit = about.unit === '%' ? { sv: ' procentenheter', en: ' percentage points' }[language] : ''
  const years = `${before}–${period}`
  return `${writeDifference(to!.value - from!.value, about, language)}${unit} (${years}${chance && `, ${chance}`})`
}

/** The municipality in second place among the members; refused where the indicator has no direction. */
function secondBest(token: Token, { release, subject, period, members, language }: Omit<Asked, 'municipality'>): Made {
  if (subject.indicator.direction === 'neutral') return refused(token, NO_DIRECTION)
  const standing = standingOf(release, subject, period, members)
  const ordered = [...standing.ranks].flatMap(([code, rank]) => (rank === null ? [] : [{ code, rank }]))
  const places = [...new Set(ordered.map(({ rank }) => rank))].sort((a, b) => a - b)
  const second = ordered.filter(({ rank }) => rank === places[1]).map(({ code }) => code)
  if (second.length === 0) return { token, text: `${missingWord('missing', language)} (${period})` }
  const value = measuredAt(release, subject, period, second[0]!).value
  const names = second.map((code) => nameOf(release, code)).join(', ')
  return { token, text: `${names}, ${written(value, subject, period, second[0]!, language)}` }
}

const NO_DIRECTION: Localized = {
  sv: 'Indikatorn har ingen riktning: där är ingen bäst eller näst bäst.',
  en: 'The indicator has no direction: nobody is best or second best there.',
}
