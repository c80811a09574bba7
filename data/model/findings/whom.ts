import { asSentence, type Lang } from '../numbers.ts'
import { quoted, say } from './finding.ts'

/** Municipalities that are islands: people live on them, not in them. */
const ISLANDS: ReadonlySet<string> = new Set(['Gotland', 'Hammarö', 'Lidingö', 'Orust', 'Tjörn', 'Öckerö'])

/** `i Solna`, `på Gotland`. */
export function inPlace(name: string, lang: Lang): string {
  const isIsland = ISLANDS.has(name)
  return say(lang, `${isIsland ? 'på' : 'i'} ${name}`, `${isIsland ? 'on' : 'in'} ${name}`)
}

/** A group as answers name it. */
export type Group = { id: string; name: string }

/** Those that a figure shows and that are no group: a few picked out of a group too large to show. */
export const SHOWN_HERE: Group = { id: 'here', name: '' }

type Kind = 'all' | 'here' | 'own' | 'plural' | 'named' | 'place'

/** Groups that are named as what they hold (`Storstäder`, `Skånes kommuner`), and those that are named as a place. */
function kindOf({ id }: Group): Kind {
  if (id === 'all') return 'all'
  if (id === SHOWN_HERE.id) return 'here'
  if (id.includes('~') || id.startsWith('similar-')) return 'named'
  if (/^\d{4}(,|$)/.test(id)) return 'own'
  return id === 'skane' || id.startsWith('skr-') ? 'plural' : 'place'
}

/** The name of a group that says what it holds, within a sentence: small first letter, but for that of a place. */
const inside = ({ id, name }: Group, lang: Lang): string => {
  if (id === 'skane' && lang === 'sv') return name
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** Where a group is, after a number or a name: `i landet`, `i FoU Nordväst`, `bland Skånes kommuner`, `i den egna gruppen`, `i gruppen ”Grannar”`. */
export function within(group: Group, lang: Lang): string {
  const kind = kindOf(group)
  if (kind === 'all') return say(lang, 'i landet', 'in the country')
  if (kind === 'here') return say(lang, 'här', 'here')
  if (kind === 'own') return say(lang, 'i den egna gruppen', 'in the own group')
  if (kind === 'plural') return say(lang, `bland ${inside(group, lang)}`, `among the ${inside(group, lang)}`)
  if (kind === 'named') return say(lang, `i gruppen ${quoted(group.name, lang)}`, `in ${quoted(group.name, lang)}`)
  return say(lang, `i ${group.name}`, `in ${group.name}`)
}

/** Among whom a figure is taken: as `within`, but `bland alla kommuner` of the country. */
export const among = (group: Group, lang: Lang): string =>
  group.id === 'all' ? say(lang, 'bland alla kommuner', 'among all municipalities') : within(group, lang)

/** A group's municipalities as those that do something: `landets kommuner`, `kommunerna i FoU Nordväst`, `Skånes kommuner`. */
export function membersOf(group: Group, lang: Lang): string {
  const kind = kindOf(group)
  if (kind === 'all') return say(lang, 'landets kommuner', 'the municipalities of the country')
  if (kind === 'plural') return say(lang, inside(group, lang), `the ${inside(group, lang)}`)
  return say(lang, `kommunerna ${within(group, lang)}`, `the municipalities ${within(group, lang)}`)
}

/** Of whom a figure is: everyone, or one sex; children are girls and boys, some of them are both. */
export type Of = { sex?: string | undefined; about?: { children?: boolean | 'some' } | undefined }

const ADULTS = { K: { sv: 'kvinnor', en: 'women' }, M: { sv: 'män', en: 'men' } } as const
const CHILDREN = { K: { sv: 'flickor', en: 'girls' }, M: { sv: 'pojkar', en: 'boys' } } as const

/** `kvinnor`, `flickor`, `kvinnor och flickor`, `män` …; empty of everyone. */
export function sexOf({ sex, about }: Of, lang: Lang): string {
  if (sex !== 'K' && sex !== 'M') return ''
  const [adults, children] = [ADULTS[sex][lang], CHILDREN[sex][lang]]
  if (about?.children === 'some') return say(lang, `${adults} och ${children}`, `${adults} and ${children}`)
  return about?.children === true ? children : adults
}

/** Whether indicators that are told of together are of children, all of them or some. */
export function childrenIn(rows: readonly { about: { children: boolean } }[]): boolean | 'some' {
  const count = rows.filter(({ about }) => about.children).length
  if (count === 0) return false
  return count === rows.length || 'some'
}

/** Among whom, before a place: `bland kvinnor `; empty of everyone. */
export function amongSex(of: Of, lang: Lang): string {
  const whom = sexOf(of, lang)
  return whom === '' ? '' : say(lang, `bland ${whom} `, `among ${whom} `)
}

/** A sentence about everyone, or about one sex, which then comes first: `Bland kvinnor ligger Solna lägre än …`. */
export function told(of: Of, subject: string, verb: string, rest: string, lang: Lang): string {
  const whom = sexOf(of, lang)
  if (whom === '') return asSentence(`${subject} ${verb} ${rest}`)
  return say(lang, `Bland ${whom} ${verb} ${subject} ${rest}`, `Among ${whom}, ${subject} ${verb} ${rest}`)
}

const WORDS = {
  sv: ['ingen', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const

/** How many of the others are alike, after a comma: `, som 3 av 7 andra`; nothing where there are no others. */
export function likeOthers(alike: number, of: number, lang: Lang): string {
  if (of === 0) return ''
  if (of === 1)
    return alike === 1
      ? say(lang, ', som den andra', ', like the other')
      : say(lang, ', till skillnad från den andra', ', unlike the other')
  if (alike === 0) return say(lang, `, ensam bland ${of + 1} kommuner`, `, alone among ${of + 1} municipalities`)
  if (alike === of && of === 2) return say(lang, ', som de båda andra', ', like both others')
  if (alike === of) return say(lang, `, som alla ${of} andra`, `, like all ${of} others`)
  return say(lang, `, som ${alike} av ${of} andra`, `, like ${alike} of ${of} others`)
}

/** `båda i FoU Nordväst`, `alla 8 i FoU Nordväst`. */
export const allOf = (count: number, where: string, lang: Lang): string =>
  count === 2
    ? say(lang, `båda ${where}`, `both ${where}`)
    : say(lang, `alla ${count} ${where}`, `all ${count} ${where}`)

/** `3 av 8 i FoU Nordväst`; as `allOf` where it is all of them. */
export const someOf = (count: number, of: number, where: string, lang: Lang): string =>
  count === of ? allOf(of, where, lang) : say(lang, `${count} av ${of} ${where}`, `${count} of ${of} ${where}`)

/** `en annan`, `två andra`, `170 andra`. */
export function others(count: number, lang: Lang): string {
  const number = WORDS[lang][count] ?? String(count)
  return count === 1 ? say(lang, 'en annan', 'one other') : say(lang, `${number} andra`, `${number} others`)
}
