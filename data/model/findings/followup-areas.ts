import { asSentence, type Lang } from '../numbers.ts'
import { type Finding, say, sentences } from './finding.ts'
import {
  about,
  differ,
  inText,
  leading,
  listed,
  type ProtectedFigure,
  placeOf,
  writeProtected,
  writtenAlike,
} from './followup.ts'
import { type AreaChange, improved, mostImproved } from './followup-change.ts'

export type Reading = 'skattning' | 'oro' | 'hjalpbehov' | 'dagar' | 'sammanvagt'

/** An area with its figure at baseline, and that of the group that it is compared with. */
export type AreaFigure = { id: string; title: string; own: ProtectedFigure; group: ProtectedFigure }

type Page = {
  place: string
  period: string
  reading: Reading
  areas: readonly AreaFigure[]
  changes: readonly AreaChange[]
  persons: ProtectedFigure
  followedUp: ProtectedFigure
  /** More than one municipality or year: a person may count more than once. */
  several: boolean
  /** `5 av 8 kommuner`; empty for one municipality. */
  coverage: string
  lang: Lang
}

/** The areas that are shown, the gravest first. */
const gravestFirst = (areas: readonly AreaFigure[]): AreaFigure[] =>
  areas.filter(({ own }) => own.value !== null).sort((a, b) => b.own.value! - a.own.value!)

/** The areas that weigh heaviest beyond doubt: each lies over every other that is shown. Empty where no few do. */
export const heaviest = (areas: readonly AreaFigure[]): AreaFigure[] => leading(gravestFirst(areas), ({ own }) => own)

/** What the ASI page says: which areas weigh heaviest, which improves most, about how many people. */
export function asiFinding(page: Page): Finding {
  const { lang, place, period, areas } = page
  if (areas.every(({ own }) => own.value === null) && page.persons.value === null)
    return {
      title: say(
        lang,
        `${place} ${period}: grundintervjuerna visas inte`,
        `${place} ${period}: the baselines are not shown`,
      ),
      explanation: '',
    }
  return { title: titleOf(page), explanation: sentences(personsSentence(page), followedUpSentence(page)) }
}

function titleOf({ areas, changes, reading, lang }: Page): string {
  const heavy = heaviestClause(areas, reading, lang)
  const better = improvedClause(changes, lang)
  return better === '' ? heavy : say(lang, `${heavy}, och ${better}`, `${heavy}; ${better}`)
}

const MOST_NAMED = 3

/** Which area improves most where one does beyond doubt; else which improve, or how many. */
function improvedClause(changes: readonly AreaChange[], lang: Lang): string {
  const titles = (of: readonly AreaChange[]) =>
    listed(
      of.map(({ title }) => title),
      lang,
    )
  const [most, all] = [mostImproved(changes), improved(changes)]
  if (most.length > 0) return say(lang, `${titles(most)} är det som förbättras mest`, `most improved: ${titles(most)}`)
  if (all.length === 0) return ''
  return all.length > MOST_NAMED
    ? say(lang, `${all.length} områden förbättras`, `${all.length} areas improve`)
    : say(lang, `${titles(all)} förbättras`, `improved: ${titles(all)}`)
}

const HEAVIEST: Record<Reading, Record<Lang, (names: string) => string>> = {
  skattning: {
    sv: (names) => `${asSentence(names)} väger tyngst`,
    en: (names) => `The heaviest: ${names}`,
  },
  oro: { sv: (names) => `${asSentence(names)} oroar mest`, en: (names) => `The greatest worry: ${names}` },
  hjalpbehov: {
    sv: (names) => `Önskan om hjälp är störst för ${names}`,
    en: (names) => `The wish for help is greatest for ${names}`,
  },
  dagar: {
    sv: (names) => `Dagarna med problem är flest för ${names}`,
    en: (names) => `Days with problems are most for ${names}`,
  },
  sammanvagt: {
    sv: (names) => `Det sammanvägda måttet är högst för ${names}`,
    en: (names) => `The composite score is highest for ${names}`,
  },
}

function heaviestClause(areas: readonly AreaFigure[], reading: Reading, lang: Lang): string {
  const shown = gravestFirst(areas)
  if (shown.length === 0) return say(lang, 'Områdena visas inte', 'The areas are not shown')
  if (shown.length === 1)
    return say(lang, `Bara ${inText(shown[0]!.title)} kan visas`, `Only ${inText(shown[0]!.title)} can be shown`)
  const heavy = heaviest(areas).map(({ title }) => title)
  if (heavy.length === 0)
    return say(lang, 'Inget område väger säkert tyngst', 'No area clearly weighs more than the others')
  const among =
    shown.length === areas.length
      ? ''
      : say(lang, ` av de ${shown.length} områden som visas`, ` of the ${shown.length} areas shown`)
  return HEAVIEST[reading][lang](listed(heavy, lang)) + among
}

function personsSentence({ persons, place, period, several, coverage, lang }: Page): string {
  if (persons.value === null)
    return say(lang, 'Hur många som intervjuats visas inte.', 'How many were interviewed is not shown.')
  const who = several
    ? say(lang, 'intervjuer (personår)', 'interviews (person-years)')
    : say(lang, 'personer', 'persons')
  const count = asSentence(about(persons.value, lang))
  const from = coverage === '' ? '' : say(lang, `, siffror från ${coverage}`, `, figures from ${coverage}`)
  return several
    ? say(
        lang,
        `${count} ${who} med ASI Grund i ${place} ${period}${from}.`,
        `${count} ${who} with the ASI baseline in ${place} ${period}${from}.`,
      )
    : say(
        lang,
        `${count} ${who} intervjuades med ASI Grund i ${place} ${period}.`,
        `${count} ${who} had an ASI baseline in ${place} in ${period}.`,
      )
}

function followedUpSentence({ followedUp, lang }: Page): string {
  const share = asSentence(writeProtected(followedUp, 'share', lang))
  return followedUp.value === null
    ? say(lang, 'Hur många av dem som följts upp visas inte.', 'How many of them were followed up is not shown.')
    : say(lang, `${share} av dem har följts upp.`, `${share} of them have been followed up.`)
}

/** The title of the profile: the heaviest areas with their figures. */
export function profileSentence(areas: readonly AreaFigure[], lang: Lang): string {
  const heavy = heaviest(areas)
  if (heavy.length === 0) return heaviestClause(areas, 'skattning', lang)
  const named = heavy.map(({ title, own }) => `${title} ${writeProtected(own, 'mean', lang)}`)
  const shown = gravestFirst(areas).length
  const among =
    shown === areas.length
      ? say(lang, 'av de sju områdena', 'of the seven areas')
      : say(lang, `av de ${shown} områden som visas`, `of the ${shown} areas shown`)
  return `${asSentence(listed(named, lang))}: ${say(lang, 'högst', 'highest')} ${among}`
}

/** Where the place differs from the group by more than chance and the protection can make. */
export function besideGroup(areas: readonly AreaFigure[], group: string, lang: Lang): string {
  const apart = areas.filter(({ own, group }) => differ(own, group, areas.length))
  const titles = (side: AreaFigure[]) =>
    listed(
      side.map(({ title }) => title),
      lang,
    )
  const above = apart.filter(({ own, group }) => own.value! > group.value!)
  const below = apart.filter((area) => !above.includes(area))
  if (apart.length === 0)
    return areas.some((area) => area.own.value !== null && area.group.value !== null)
      ? say(lang, `Inget skiljer sig säkert från ${group}.`, `Nothing clearly differs from ${group}.`)
      : ''
  return sentences(
    above.length === 0
      ? ''
      : say(lang, `Högre än ${group}: ${titles(above)}.`, `Higher than ${group}: ${titles(above)}.`),
    below.length === 0
      ? ''
      : say(lang, `Lägre än ${group}: ${titles(below)}.`, `Lower than ${group}: ${titles(below)}.`),
  )
}

/** In which area most have moderate problems or more; all of those that are written alike. */
export function moderateSentence(areas: readonly { title: string; share: ProtectedFigure }[], lang: Lang): string {
  const shown = areas.filter(({ share }) => share.value !== null)
  const ordered = shown.sort((a, b) => placeOf(b.share)! - placeOf(a.share)!)
  const written = ({ share }: (typeof areas)[number]) => writeProtected(share, 'share', lang)
  const most = writtenAlike(ordered, written)
  if (most.length === 0) return say(lang, 'Fördelningen visas inte', 'The distribution is not shown')
  const where = listed(
    most.map(({ title }) => title),
    lang,
  )
  const each = most.length === 1 ? '' : say(lang, ' vardera', ' each')
  return asSentence(
    say(
      lang,
      `${where}: ${written(most[0]!)}${each} har måttliga problem eller mer`,
      `${where}: ${written(most[0]!)}${each} have moderate problems or more`,
    ),
  )
}
