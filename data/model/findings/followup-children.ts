import { asSentence, type Lang, writeNumber } from '../numbers.ts'
import { type Finding, joined, say, sentences } from './finding.ts'
import {
  about,
  differ,
  inText,
  isApart,
  leading,
  listed,
  type ProtectedFigure,
  type ProtectedKind,
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
  const clear = gaps.filter(({ gap }) => isApart(gap, gaps.length))
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
    : say(
        lang,
        'Barns och socialsekreterares skattningar skiljer sig inte säkert åt',
        'The ratings of children and social workers do not clearly differ',
      )
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

/** Which of the shares that should be high is lowest, where few lie beyond doubt below all the others. */
export function lowestSentence(shares: readonly { title: string; figure: ProtectedFigure }[], lang: Lang): string {
  const ordered = shares
    .filter(({ figure }) => figure.value !== null)
    .sort((a, b) => placeOf(a.figure)! - placeOf(b.figure)!)
  if (ordered.length === 0) return say(lang, 'Andelarna visas inte', 'The shares are not shown')
  const named = (of: typeof ordered) =>
    joined(
      of.map(({ title, figure }) => `${inText(title)} ${writeProtected(figure, 'share', lang)}`),
      lang,
    )
  if (ordered.length === 1) return say(lang, `Bara ${named(ordered)} kan visas`, `Only ${named(ordered)} can be shown`)
  const lowest = leading(ordered, ({ figure }) => figure)
  return lowest.length === 0
    ? say(lang, 'Ingen andel är säkert lägre än de andra', 'No share is clearly lower than the others')
    : say(lang, `Lägst: ${named(lowest)}`, `Lowest: ${named(lowest)}`)
}

/** Which rating is lowest and which highest in the children's own answers, or in others' where the children's are not shown. */
export function respondentsSentence(ratings: readonly RatedBy[], lang: Lang): string {
  const who: Respondent | undefined = (['barn', 'vardnadshavare', 'socialsekreterare'] as const).find(
    (respondent) => ratings.filter(({ by }) => by[respondent].value !== null).length > 1,
  )
  if (!who) return say(lang, 'Skattningarna visas inte', 'The ratings are not shown')
  const rated = ratings
    .map(({ title, by }) => ({ title, figure: by[who] }))
    .filter(({ figure }) => figure.value !== null)
  const rising = rated.sort((a, b) => placeOf(a.figure)! - placeOf(b.figure)!)
  const asker = SAYERS[who][lang]
  const [low, high] = [rising, rising.toReversed()].map((ordered) =>
    listed(
      leading(ordered, ({ figure }) => figure).map(({ title }) => title),
      lang,
    ),
  ) as [string, string]
  if (low && high)
    return say(
      lang,
      `${asker} skattar ${low} lägst och ${high} högst`,
      `${asker} rate ${low} lowest and ${high} highest`,
    )
  if (low) return say(lang, `${asker} skattar ${low} lägst`, `${asker} rate ${low} lowest`)
  if (high) return say(lang, `${asker} skattar ${high} högst`, `${asker} rate ${high} highest`)
  return endsSentence(rising, asker, lang)
}

/** The two ends against each other, where they at least differ. */
function endsSentence(
  rising: readonly { title: string; figure: ProtectedFigure }[],
  asker: string,
  lang: Lang,
): string {
  const [lowest, highest] = [rising[0]!, rising.at(-1)!]
  if (!differ(lowest.figure, highest.figure, pairsAmong(rising.length)))
    return say(
      lang,
      `${asker} skattar inget område säkert högre än ett annat`,
      `${asker} rate no area clearly higher than another`,
    )
  const [low, high] = [inText(lowest.title), inText(highest.title)]
  return say(lang, `${asker} skattar ${low} lägre än ${high}`, `${asker} rate ${low} lower than ${high}`)
}

const SAYERS: Record<Respondent, Record<Lang, string>> = {
  barn: { sv: 'Barnen', en: 'Children' },
  vardnadshavare: { sv: 'Vårdnadshavarna', en: 'Guardians' },
  socialsekreterare: { sv: 'Socialsekreterarna', en: 'Social workers' },
}

/** A rating of the place and of those it is compared with; who `said` it: `Barnet`. */
export type BesideGroup = { title: string; said: string; own: ProtectedFigure; group: ProtectedFigure }

/** Which rating lies farthest from the group's, of those that differ by more than chance and the protection can make. */
export function ratingsBesideGroup(
  ratings: readonly BesideGroup[],
  { place, group }: { place: string; group: string },
  kind: ProtectedKind,
  lang: Lang,
): string {
  const compared = ratings.filter(({ own, group }) => own.value !== null && group.value !== null)
  if (compared.length === 0)
    return say(lang, `Skattningarna kan inte ställas mot ${group}`, `The ratings cannot be set against ${group}`)
  const distance = ({ own, group }: BesideGroup) => Math.abs(placeOf(own)! - placeOf(group)!)
  const [widest] = compared
    .filter(({ own, group }) => differ(own, group, compared.length))
    .sort((a, b) => distance(b) - distance(a))
  if (!widest)
    return say(
      lang,
      `Ingen skattning i ${place} skiljer sig säkert från ${group}`,
      `No rating in ${place} clearly differs from ${group}`,
    )
  const [own, theirs] = [widest.own, widest.group].map((figure) => writeProtected(figure, kind, lang))
  const isLower = placeOf(widest.own)! < placeOf(widest.group)!
  const what = `${widest.said.toLowerCase()}: ${inText(widest.title)}`
  return say(
    lang,
    `${place} ligger ${isLower ? 'under' : 'över'} ${group} (${what}, ${own} mot ${theirs})`,
    `${place} lies ${isLower ? 'below' : 'above'} ${group} (${what}, ${own} against ${theirs})`,
  )
}
