import { expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { searcher } from '../../data/model/search.ts'

const { indicators } = catalogue()
const find = searcher(
  indicators.map(({ id, short, title, otherWords }) => ({
    id,
    title: short.sv,
    more: `${title.sv} ${otherWords.join(' ')}`,
  })),
)
const areaOf = (id: string) => indicators.find((one) => one.id === id)!.area

test.each([
  ['socialbidrag', 'ekonomiskt-bistand'],
  ['försörjningsstöd', 'ekonomiskt-bistand'],
  ['orosanmälan', 'barn-och-unga'],
  ['barnfattigdom', 'ekonomiskt-bistand'],
  ['hemlöshet', 'hemloshet'],
  ['kvinnofrid', 'vald'],
  ['hemhjälp', 'aldre'],
  ['droger', 'missbruk'],
  ['vårdnadstvist', 'familjeratt'],
  ['ensamkommande', 'barn-och-unga'],
  ['barnmisshandel', 'barn-och-unga'],
  ['ungdomshem', 'barn-och-unga'],
  ['skolgång', 'barn-och-unga'],
  ['kvinnojour', 'vald'],
  ['skyddat boende', 'vald'],
  ['spelberoende', 'missbruk'],
  ['personlig assistans', 'funktionshinder'],
  ['demensboende', 'aldre'],
])('%s finds what the source calls otherwise', (word, area) => {
  const found = find(word)
  expect(found.length).toBeGreaterThan(0)
  expect(areaOf(found[0]!.id)).toBe(area)
})
