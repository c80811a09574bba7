import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { catalogue, readTexts } from '../../data/catalogue/index.ts'

const { indicators, bases, areas, municipalities, regions, groups, ...by } = catalogue()
const membersOf = (id: string) =>
  by.groupById.get(id)!.members.map((code) => by.municipalityByCode.get(code)!.shortName)
const swedish = new Intl.Collator('sv')

it('holds 130 indicators, 290 municipalities, 21 counties and 9 SKR groups', () => {
  expect(indicators).toHaveLength(130)
  expect(municipalities).toHaveLength(290)
  expect(regions).toHaveLength(22)
  expect(groups.filter(({ kind }) => kind === 'county')).toHaveLength(21)
  expect(groups.filter(({ kind }) => kind === 'skr')).toHaveLength(9)
})

describe('groups', () => {
  it.each([
    ['fou-nordvast', 'Ekerö Järfälla Sigtuna Sollentuna Solna Sundbyberg Upplands-Bro Upplands_Väsby'],
    ['fou-sodertorn', 'Botkyrka Haninge Huddinge Nacka Nykvarn Nynäshamn Salem Södertälje Tyresö Värmdö'],
    ['fou-nordost', 'Danderyd Lidingö Täby Vaxholm Österåker'],
  ])('%s has its own municipalities', (id, names) => {
    const expected = names.split(' ').map((name) => name.replace('_', ' '))
    expect(membersOf(id).sort(swedish.compare)).toEqual(expected.sort(swedish.compare))
  })

  it('are the whole county in Jönköping (13) and Skåne (33)', () => {
    expect(by.groupById.get('fou-jonkoping')!.members).toEqual(by.groupById.get('county-06')!.members)
    expect(membersOf('fou-jonkoping')).toHaveLength(13)
    expect(by.groupById.get('skane')!.members).toEqual(by.groupById.get('county-12')!.members)
    expect(membersOf('skane')).toHaveLength(33)
  })

  it.each(['county', 'skr', 'all'])('of kind %s share out every municipality once', (kind) => {
    const members = groups.filter((group) => group.kind === kind).flatMap((group) => group.members)
    expect(members.sort()).toEqual(municipalities.map(({ code }) => code))
  })
})

describe('indicators', () => {
  it('code yes and no as 1/2 exactly where Kolada does', () => {
    const coded = indicators.filter(({ yesNoCoding }) => yesNoCoding === '1/2').map(({ id }) => id)
    expect(coded.sort()).toEqual(['N30466', 'U30426', 'U30427'])
  })

  it('have the number of answers as base in a user survey, else the inhabitants or recipients they are shares of', () => {
    const over = (base: string) => indicators.filter((indicator) => indicator.base === base).map(({ id }) => id)
    expect(over('U30901').sort()).toEqual(['U30447', 'U30448', 'U30449', 'U30450', 'U30451', 'U30452', 'U30453'])
    expect(over('N01951')).toContain('N31807')
    expect(over('N31824')).toEqual(['N31814', 'U31801'])
    expect(over('N01948')).toContain('N33816')
  })

  it('have a base, or the reason why there is none; a full count, money and an own answer have none', () => {
    expect(indicators.filter(({ base, baseReason }) => (base === null) === (baseReason === null))).toEqual([])
    expect(indicators.filter(({ base }) => base !== null)).toHaveLength(54)
    const baseless = ['N02926', 'N66080', 'N30101', 'U31341', 'U30446', 'N35804', 'N30206', 'U30900']
    for (const id of baseless) expect([id, by.indicatorById.get(id)!.base]).toEqual([id, null])
    const odd = indicators.filter(({ kind, base }) => base !== null && kind !== 'share' && kind !== 'rate')
    expect(odd).toEqual([])
  })

  it('count as a base what an indicator needs, and nothing else', () => {
    const needed = new Set(indicators.flatMap(({ base }) => base ?? []))
    const counted = new Set([...indicators, ...bases].filter(({ kind }) => kind === 'count').map(({ id }) => id))
    expect([...needed].filter((id) => !counted.has(id))).toEqual([])
    expect(bases.filter(({ id }) => !needed.has(id) || by.indicatorById.has(id))).toEqual([])
  })

  it('never give a cost or a number a direction', () => {
    const directed = indicators.filter(({ direction }) => direction !== 'neutral')
    expect(directed.filter(({ kind }) => kind === 'amount' || kind === 'count')).toEqual([])
  })

  it('give a reason that agrees with the direction', () => {
    const opening = {
      higher: /^(Högre|Ett högre|Ja|Större|Fler) /,
      lower: /^Lägre /,
      neutral: /^(?!Högre|Lägre|Ja är)/,
    }
    const odd = indicators.filter(({ direction, directionReason }) => !opening[direction].test(directionReason.sv))
    expect(odd.map(({ id, directionReason }) => [id, directionReason.sv])).toEqual([])
  })

  it('say something of their own in every sentence', () => {
    for (const part of ['says', 'matters', 'directionReason'] as const) {
      for (const language of ['sv', 'en'] as const) {
        const sentences = indicators.map((indicator) => indicator[part][language])
        expect(new Set(sentences).size).toBe(sentences.length)
        expect(sentences.filter((sentence) => !/^[A-ZÅÄÖ].{30,}\.$/.test(sentence))).toEqual([])
      }
    }
  })

  it('belong to every area', () => {
    expect(new Set(indicators.map(({ area }) => area))).toEqual(new Set(areas.map(({ id }) => id)))
  })
})

const described = new URL('../../../shared/data/default_catalogue.csv', import.meta.url)

it.skipIf(!existsSync(described))("copies none of Kolada's descriptions", () => {
  // A title is a name, which we carry; all the rest of our text must be our own.
  const titles = indicators.map(({ title }) => title.sv)
  const own = titles.reduce((text, title) => text.replaceAll(title, ''), Object.values(readTexts()).join('\n'))
  const ownRuns = new Set(runs(own))
  const rows = parse<{ kpi: string; description: string }>(readFileSync(described, 'utf8'), { columns: true })
  const copied = rows.filter(({ description }) => runs(description).some((run) => ownRuns.has(run)))
  expect(rows).toHaveLength(130)
  expect(copied.map(({ kpi }) => kpi)).toEqual([])
})

/** Every stretch of 60 characters of a text, with capitals and line breaks levelled. */
function runs(text: string): string[] {
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  return Array.from({ length: Math.max(0, plain.length - 59) }, (_, at) => plain.slice(at, at + 60))
}
