import { describe, expect, it } from 'vitest'
import type { Column, Reading } from '../../data/instruments/definition.ts'
import { instruments } from '../../data/instruments/index.ts'
import { scoreColumns } from '../../data/store/vault.ts'

const codesOf = (column: Column | undefined): string[] =>
  column?.content.kind === 'code' ? column.content.codes.map(({ id }) => id) : []

describe.each(instruments)('catalogue of $id', (instrument) => {
  const columns = new Map(instrument.columns.map((column) => [column.id, column]))

  it('has every id once, and a title in both languages', () => {
    for (const list of [instrument.columns, instrument.measures, instrument.dimensions]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
      for (const { id, title } of list)
        expect(
          [title.sv, title.en].every((text) => text.length > 0),
          id,
        ).toBe(true)
    }
  })

  it('reads only columns that the extract or the vault has', () => {
    const known = new Set([...columns.keys(), ...scoreColumns(instrument)])
    for (const { id, derivation } of instrument.measures) {
      const readings = [derivation.value, derivation.minus].filter(
        (value): value is Reading => typeof value === 'object',
      )
      for (const { column } of readings) expect(known, id).toContain(column)
      if (derivation.among) expect(known, id).toContain(derivation.among.column)
    }
  })

  it('compares codes only with codes of the column', () => {
    for (const { id, derivation } of instrument.measures) {
      const own = { ...(derivation.value as Reading), test: derivation.test }
      for (const { column, test } of [own, ...(derivation.among ? [derivation.among] : [])]) {
        expect(codesOf(columns.get(column)), id).toEqual(expect.arrayContaining(test && 'is' in test ? test.is : []))
      }
    }
  })

  it('has shares in percent, and steps that cover their scale', () => {
    for (const { id, kind, scale, steps } of instrument.measures) {
      if (kind === 'share') expect(scale, id).toEqual({ min: 0, max: 100 })
      if (kind !== 'distribution') continue
      const covered = steps?.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
      expect(covered, id).toEqual(Array.from({ length: scale.max - scale.min + 1 }, (_, i) => scale.min + i))
    }
  })

  it('crosses sex with age, and with nothing else', () => {
    expect(instrument.crossings).toEqual([['kon', 'aldersgrupp']])
  })
})

it('the measures that the contract names are there', () => {
  const ids = new Set(instruments.flatMap(({ measures }) => measures.map(({ id }) => id)))
  const named = `alkohol_skattning_grund alkohol_skattning_minst_4_grund alkohol_problemfria_uppfoljning alkohol_oro_grund
    alkohol_hjalpbehov_uppfoljning alkohol_dagar_grund alkohol_sammanvagt_grund alkohol_skattning_forandring alkohol_forbattrade
    alkohol_oforandrade alkohol_forsamrade personer_grund personer_uppfoljning uppfoljda oplanerat_avslut_avslut
    manader_i_insats_arlig barn_trygghet_avslut barn_trygghet_4_5_arlig glapp_trygghet_arlig`
  for (const id of named.split(/\s+/)) expect(ids, id).toContain(id)
})
