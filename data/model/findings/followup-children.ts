import { asSentence, type Lang, writeNumber } from '../numbers.ts'
import { type Finding, say, sentences } from './finding.ts'
import {
  about,
  differ,
  inText,
  listed,
  type ProtectedFigure,
  pairsAmong,
  placeOf,
  writeProtected,
  writtenAlike,
} from './followup.ts'

/** One of the seven ratings with the mean gap: the child's rating minus the social worker's, of the same child. */
export type RatingGap = { id: string; title: string; gap: ProtectedFigure }

/** One of the seven ratings as child, guardian and social worker give it. */
export type RatedBy = { id: string; title: string; by: Readonly<Record<Respondent, ProtectedFigure>> }
export type Respondent = 'barn' | 'vardnadshavare' | 'socialsekreterare'

/** How many were interviewed, in percent; stands beside their answers always. */
export type Interviewed = { barn: ProtectedFigure; vardnadshavare: ProtectedFigure }

type Page = {
  place: string
  period: string
  gaps: readonly RatingGap[]
  interviewed: Interviewed
  persons: ProtectedFigure
  /** Of those ended; null where the page is about ongoing interventions. */
  unplanned: ProtectedFigure | null
  /** Module, or what the figures speak of, in running text. */
  whom: string
  coverage: string
  lang: Lang
}

/** The gaps that are more than chance and the protection can make, widest first. */
export function clearGaps(gaps: readonly RatingGap[]): RatingGap[] {
  const clear = gaps.filter(({ gap }) => gap.value !== null && ((gap.upper ?? 0) < 0 || (gap.lower ?? 0) > 0))
  return clear.sort((a, b) => Math.abs(b.gap.value!) - Math.abs(a.gap.value!))
}

/** What the UBU page says: how things ended, where child and social worker see differently, and about how many. */
export function ubuFinding(page: Page): Finding {
  const { lang, place, period } = page
  if (page.persons.value === null && page.gaps.every(({ gap }) => gap.value === null))
    return {
      title: say(
        lang,
        `${place} ${period}: uppföljningarna visas inte`,
        `${place} ${period}: the follow-ups are not shown`,
      ),
      explanation: '',
    }
  return {
    title: titleOf(page),
    explanation: sentences(
      personsSentence(page),
      uncertaintySentence(page),
      interviewedSentence(page.interviewed, lang),
    ),
  }
}

function titleOf({ unplanned, gaps, lang }: Page): string {
  if (unplanned === null || unplanned.value === null) return gapSentence(gaps, lang)
  const share = asSentence(writeProtected(unplanned, 'share', lang))
  const ended = say(lang, `${share} av avsluten var oplanerade`, `${share} of the endings were unplanned`)
  const widest = widestGaps(gaps, lang)
  return widest.length > 0 ? `${ended}${say(lang, ', och ', ', and ')}${inText(gapClause(widest, lang))}` : ended
}

/** How far the share of unplanned endings may be from what the title says. */
function uncertaintySentence({ unplanned, lang }: Page): string {
  if (unplanned === null || unplanned.lower === null || unplanned.upper === null) return ''
  const range = `${writeNumber(unplanned.lower, 0, lang)}–${writeNumber(unplanned.upper, 0, lang)}${say(lang, '\u00a0%', '%')}`
  return say(lang, `Oplanerade avslut: 95-procentigt intervall ${range}.`, `Unplanned endings: 95% interval ${range}.`)
}

/** The widest of the clear gaps, with those that are written alike. */
const widestGaps = (gaps: readonly RatingGap[], lang: Lang): RatingGap[] =>
  writtenAlike(clearGaps(gaps), ({ gap }) => writeProtected(gap, 'mean', lang))

/** Where the child and the social worker see most differently. */
export function gapSentence(gaps: readonly RatingGap[], lang: Lang): string {
  if (gaps.every(({ gap }) => gap.value === null))
    return say(
      lang,
      'Glappet mellan barn och socialsekreterare visas inte',
      'The gap between child and social worker is not shown',
    )
  const widest = widestGaps(gaps, lang)
  return widest.length > 0
    ? gapClause(widest, lang)
    : say(lang, 'Barn och socialsekreterare skattar ungefär lika', 'Children and social workers rate about alike')
}

/** @param alike one gap, or several that are written alike */
function gapClause(alike: readonly RatingGap[], lang: Lang): string {
  const { gap } = alike[0]!
  const steps = writeProtected({ ...gap, value: Math.abs(gap.value!) }, 'mean', lang)
  const what = listed(
    alike.map(({ title }) => title),
    lang,
  )
  return gap.value! < 0
    ? say(
        lang,
        `Barnen skattar ${what} ${steps} steg lägre än socialsekreterarna`,
        `Children rate ${what} ${steps} steps lower than social workers do`,
      )
    : say(
        lang,
        `Barnen skattar ${what} ${steps} steg högre än socialsekreterarna`,
        `Children rate ${what} ${steps} steps higher than social workers do`,
      )
}

function personsSentence({ persons, place, period, whom, coverage, lang }: Page): string {
  if (persons.value === null)
    return say(
      lang,
      'Hur många barn och unga det gäller visas inte.',
      'How many children and young people it concerns is not shown.',
    )
  const from = coverage === '' ? '' : say(lang, `, siffror från ${coverage}`, `, figures from ${coverage}`)
  const count = asSentence(about(persons.value, lang))
  return say(
    lang,
    `${count} barn och unga (${whom}) i ${place} ${period}${from}.`,
    `${count} children and young people (${whom}) in ${place} ${period}${from}.`,
  )
}

/** How many of the children and guardians answered; stands wherever their answers do. */
export function interviewedSentence({ barn, vardnadshavare }: Interviewed, lang: Lang): string {
  const [child, guardian] = [barn, vardnadshavare].map((figure) => writeProtected(figure, 'share', lang))
  return say(
    lang,
    `Intervjuade: barn från 7 år ${child}, vårdnadshavare ${guardian}.`,
    `Interviewed: children from 7 years ${child}, guardians ${guardian}.`,
  )
}

/** Which of the shares that should be high is lowest, with all that are written alike, if they lie clearly below the next. */
export function lowestSentence(shares: readonly { title: string; figure: ProtectedFigure }[], lang: Lang): string {
  const shown = shares.filter(({ figure }) => figure.value !== null)
  const ordered = shown.sort((a, b) => placeOf(a.figure)! - placeOf(b.figure)!)
  const written = ({ figure }: (typeof shares)[number]) => writeProtected(figure, 'share', lang)
  const lowest = writtenAlike(ordered, written)
  if (lowest.length === 0) return say(lang, 'Andelarna visas inte', 'The shares are not shown')
  const next = ordered[lowest.length]
  if (next ? !differ(lowest.at(-1)!.figure, next.figure, pairsAmong(ordered.length)) : ordered.length > 1)
    return say(lang, 'Ingen andel är säkert lägre än de andra', 'No share is clearly lower than the others')
  const what = listed(
    lowest.map(({ title }) => title),
    lang,
  )
  return say(lang, `Lägst: ${what} ${written(lowest[0]!)}`, `Lowest: ${what} ${written(lowest[0]!)}`)
}

/** Which rating is lowest in the children's own answers, or in the social workers' where the children's are not shown. */
export function respondentsSentence(ratings: readonly RatedBy[], lang: Lang): string {
  const who: Respondent | undefined = (['barn', 'vardnadshavare', 'socialsekreterare'] as const).find(
    (respondent) => ratings.filter(({ by }) => by[respondent].value !== null).length > 1,
  )
  if (!who) return say(lang, 'Skattningarna visas inte', 'The ratings are not shown')
  const ordered = ratings.filter(({ by }) => by[who].value !== null).sort((a, b) => a.by[who].value! - b.by[who].value!)
  const [lowest, highest] = [ordered[0]!, ordered.at(-1)!]
  const asker = SAYERS[who][lang]
  if (!differ(lowest.by[who], highest.by[who], pairsAmong(ordered.length)))
    return say(lang, `${asker} skattar de sju områdena ungefär lika`, `${asker} rate the seven areas about alike`)
  const [low, high] = [ordered, ordered.toReversed()].map((from) => {
    const alike = writtenAlike(from, ({ by }) => writeProtected(by[who], 'mean', lang))
    return listed(
      alike.map(({ title }) => title),
      lang,
    )
  })
  return say(lang, `${asker} skattar ${low} lägst och ${high} högst`, `${asker} rate ${low} lowest and ${high} highest`)
}

const SAYERS: Record<Respondent, Record<Lang, string>> = {
  barn: { sv: 'Barnen', en: 'Children' },
  vardnadshavare: { sv: 'Vårdnadshavarna', en: 'Guardians' },
  socialsekreterare: { sv: 'Socialsekreterarna', en: 'Social workers' },
}
