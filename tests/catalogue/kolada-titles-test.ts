import { describe, expect, it } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { koladaTitles, readTitles } from '../../data/catalogue/kolada-titles.ts'

describe('the titles of everything in Kolada', () => {
  it('are there, each under its id once, in order', () => {
    const ids = koladaTitles().map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(6000)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(ids)
  })

  it('hold the catalogue’s own indicators from Kolada', () => {
    const ids = new Set(koladaTitles().map(({ id }) => id))
    const missing = catalogue().indicators.filter(({ id, source }) => source === 'Kolada' && !ids.has(id))
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('are refused with the line where one has no title, or stands twice', () => {
    expect(() => readTitles('id;title\nN00003;En\nN00003;Två\nN00005;\n')).toThrow(/rad 3.*\n.*rad 4/)
  })
})
