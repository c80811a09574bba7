import { describe, expect, it } from 'vitest'
import { asi, compositeScores } from '../../data/instruments/asi.ts'

const zero = (...names: string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, 0]))
const SUBSTANCES =
  'heroin metadon andra_opiater barbiturater lugnande kokain amfetamin cannabis hallucinogener blandbruk'
    .split(' ')
    .map((name) => `${name}_dagar`)
const SYMPTOMS = 'depression angest hallucinationer koncentration vald suicidtankar suicidforsok medicin'
  .split(' ')
  .map((name) => `psykisk_${name}`)
const CONFLICTS = 'mor far syskon partner barn annan_slakt vanner grannar arbetskamrater'
  .split(' ')
  .map((name) => `konflikt_${name}`)

const family = { familj_nojd_civilstand: 0, familj_dagar: 15, familj_oro: 2, familj_hjalpbehov: 2 }

/** Worked by hand from the formulas of the fifth edition. */
describe('composite scores', () => {
  it('medical', () => {
    expect(compositeScores({ fysisk_dagar: 15, fysisk_oro: 2, fysisk_hjalpbehov: 3 }).medical).toBeCloseTo(0.583333, 6)
  })

  it('employment, where a car counts only with a licence', () => {
    const items = { korkort: 1, tillgang_bil: 1, arbete_betalda_dagar: 12, arbete_nettolon: Math.E ** 9 - 1 }
    expect(compositeScores(items).employment).toBeCloseTo(0.15, 6)
    for (const car of [1, 0, null, 'N'] as const) {
      expect(compositeScores({ ...items, korkort: 0, tillgang_bil: car }).employment).toBeCloseTo(0.65, 6)
    }
    expect(compositeScores({ ...items, tillgang_bil: null }).employment).toBeNull()
  })

  it('alcohol, its money term not capped', () => {
    const items = {
      alkohol_anvandning_dagar: 30,
      alkohol_berusning_dagar: 30,
      alkohol_dagar: 30,
      alkohol_oro: 4,
      alkohol_hjalpbehov: 4,
    }
    expect(compositeScores({ ...items, alkohol_kostnad: 0 }).alcohol).toBeCloseTo(0.833333, 6)
    expect(compositeScores({ ...items, alkohol_kostnad: Math.E ** 11 - 1 }).alcohol).toBeCloseTo(1.083333, 6)
  })

  it('drug', () => {
    const items = { ...zero(...SUBSTANCES), heroin_dagar: 30, cannabis_dagar: 20, blandbruk_dagar: 5 }
    expect(
      compositeScores({ ...items, narkotika_dagar: 18, narkotika_oro: 3, narkotika_hjalpbehov: 4 }).drug,
    ).toBeCloseTo(0.326923 - 0.005128, 5)
    expect(
      compositeScores({ ...items, narkotika_dagar: 18, narkotika_oro: 3, narkotika_hjalpbehov: null }).drug,
    ).toBeNull()
  })

  it('legal', () => {
    const items = {
      rattsligt_vantar: 1,
      rattsligt_dagar: 15,
      rattsligt_oro: 1,
      rattsligt_hjalpbehov: 1,
      illegal_inkomst: Math.E ** 4.6 - 1,
    }
    expect(compositeScores(items).legal).toBeCloseTo(0.5, 6)
  })

  it('family, over the conflicts that apply', () => {
    const some = { konflikt_mor: 1, konflikt_far: 0, konflikt_syskon: 0, konflikt_partner: 1 }
    const rest = Object.fromEntries(CONFLICTS.slice(4).map((name) => [name, 'N' as const]))
    expect(compositeScores({ ...family, ...some, ...rest }).family).toBeCloseTo(0.6, 6)
    expect(compositeScores({ ...family, ...some, ...rest, konflikt_vanner: null }).family).toBeNull()
    const none = Object.fromEntries(CONFLICTS.map((name) => [name, 'N' as const]))
    expect(compositeScores({ ...family, ...none }).family).toBeNull()
  })

  it('psychiatric', () => {
    const items = {
      ...zero(...SYMPTOMS),
      psykisk_depression: 1,
      psykisk_angest: 1,
      psykisk_vald: 1,
      psykisk_medicin: 1,
    }
    expect(
      compositeScores({ ...items, psykisk_dagar: 15, psykisk_oro: 3, psykisk_hjalpbehov: 4 }).psychiatric,
    ).toBeCloseTo(0.568182, 6)
  })

  it('are all null without answers', () => {
    expect(new Set(Object.values(compositeScores({})))).toEqual(new Set([null]))
  })
})

describe('measures of change', () => {
  const testOf = (id: string) => asi.measures.find((measure) => measure.id === id)?.derivation.test

  it('call two steps down improved, and everyone is one of three', () => {
    expect(testOf('alkohol_forbattrade')).toEqual({ atMost: -2 })
    expect(testOf('alkohol_oforandrade')).toEqual({ between: [-1, 1] })
    expect(testOf('alkohol_forsamrade')).toEqual({ atLeast: 2 })
  })

  it('say what a reliable change was taken to be', () => {
    const measure = asi.measures.find(({ id }) => id === 'alkohol_forbattrade_rci')
    // 1.96 · 2.5 · √(2 · 0.11)
    expect(measure?.assumes).toEqual({ reliability: 0.89, sdBaseline: 2.5, threshold: 2.298304 })
    expect(measure?.derivation.test).toEqual({ atMost: -2.298304 })
    expect(testOf('alkohol_oforandrade_rci')).toEqual({ between: [-2, 2] })
  })
})
