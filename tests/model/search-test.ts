import { describe, expect, it } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { searcher } from '../../data/model/search.ts'

const { indicators, areas, municipalities } = catalogue()
const areaName = new Map(areas.map((area) => [area.id, area.name.sv]))
const titles = indicators.map(({ id, title, short, area }) => ({
  id,
  title: title.sv,
  more: `${short.sv} ${areaName.get(area)}`,
}))
const search = searcher(titles)
const ids = (question: string, limit?: number) => search(question, limit).map(({ id }) => id)

describe('search over the indicators of the catalogue', () => {
  it.each([
    ['bistånd barn', 'U31803'],
    ['barn i familjer med ekonomiskt bistånd', 'U31803'],
    ['N31807', 'N31807'],
    ['n31807', 'N31807'],
    ['unga vuxna bistånd', 'U31804'],
    ['vräkta barn', 'U00915'],
    ['utredningstid barn', 'U33401'],
    ['socialsekreterare', 'N30222'],
    ['socialsekreteraren', 'N30222'],
    ['återaktualiserade', 'U31462'],
    ['missbruk öppna insatser kostnad', 'N35100'],
    ['kostnad missbruksvård', 'N35001'],
    ['placerade hvb', 'N33816'],
  ])('puts the right indicator first for "%s"', (question, first) => {
    expect(ids(question, 1)).toEqual([first])
  })

  it.each([
    ['väntetid boende', ['U23401', 'U28418', 'U23431']],
    ['missbruk kostnad', ['N35001', 'N35002', 'N35100']],
    ['familjehem', ['U33755', 'N33817', 'N33818', 'N33022']],
    ['avhysningar', ['U00958', 'U00915']],
  ])('finds exactly those that are meant by "%s"', (question, meant) => {
    expect(ids(question).sort()).toEqual([...meant].sort())
  })

  it('finds the first part of a compound, and whole words before it', () => {
    const found = ids('bistånd', 60)
    expect(found).toContain('N31825') // Biståndsmottagare, …
    expect(found.indexOf('N31001')).toBeLessThan(found.indexOf('N33802')) // Kostnad ekonomiskt bistånd before biståndsbedömda
  })

  it('finds the last part of a compound: "hem" in "familjehem", but not the other way round', () => {
    expect(ids('hem', 60)).toContain('N33817')
    expect(ids('familjehem', 60)).not.toContain('U28570') // … trivs alltid hemma
  })

  it.each([
    ['barnbistånd', 'bistånd barn'],
    ['missbrukskostnad', 'missbruk kostnad'],
  ])('takes the compound "%s" apart when no title has it', (compound, parts) => {
    expect(ids(compound).sort()).toEqual(ids(parts).sort())
  })

  it.each([
    ['ekonmiskt bistand', 'ekonomiskt bistånd'],
    ['försörjnigsstöd', 'försörjningsstöd'],
    ['bisåtnd barn', 'bistånd barn'],
    ['VANTETID', 'väntetid'],
    ['brukarbedomning familejhem', 'brukarbedömning familjehem'],
  ])('reads "%s" as "%s"', (misspelt, meant) => {
    expect(ids(meant)).not.toEqual([])
    expect(ids(misspelt)[0]).toBe(ids(meant)[0])
    expect(ids(misspelt)).toEqual(expect.arrayContaining(ids(meant, 5)))
  })

  it('keeps to those that answer most words when none answers all', () => {
    expect(ids('unga vuxna bistånd kvantfysik')).toEqual(ids('unga vuxna bistånd'))
  })

  it('finds nothing in an empty question or in words that nobody used', () => {
    expect(['', '   ', '!?', 'xyzzy'].map((question) => ids(question))).toEqual([[], [], [], []])
  })

  it('answers the same however the entries are ordered', () => {
    const backwards = searcher([...titles].reverse())
    for (const question of ['kostnad', 'brukarbedömning', 'barn', 'vuxna andel']) {
      expect(backwards(question, 99).map(({ id }) => id)).toEqual(ids(question, 99))
    }
  })
})

describe('search over 290 municipalities', () => {
  const places = searcher(municipalities.map(({ code, shortName }) => ({ id: code, title: shortName })))

  it.each([
    ['solna', 'Solna'],
    ['malmo', 'Malmö'],
    ['väsby', 'Upplands Väsby'],
    ['upplandsbro', 'Upplands-Bro'],
    ['orebro', 'Örebro'],
    ['Jarfalla', 'Järfälla'],
    ['göteborrg', 'Göteborg'],
    ['0184', 'Solna'],
  ])('finds "%s"', (question, name) => {
    expect(places(question)[0]?.title).toBe(name)
  })
})
