import { describe, expect, it } from 'vitest'
import { causationWarning, ownRelationFinding, relationFinding } from '../../../data/model/findings/relation.ts'

const about = (indicator: string, short: string, unit: string) => ({
  indicator,
  title: short,
  short,
  unit,
  kind: 'share' as const,
  direction: 'lower' as const,
  decimals: 1,
  area: 'ekonomiskt-bistand',
  sub: null,
  children: false,
  grades: null,
  ended: null,
})
const answer = {
  x: { indicator: 'N31807', period: 2021, about: about('N31807', 'Ekonomiskt bistånd', '%') },
  y: { indicator: 'U31402', period: 2021, about: about('U31402', 'Väntetid', 'dagar') },
  group: { id: 'all', name: 'Alla kommuner' },
  pairs: [{ municipality: '0184', name: 'Solna', x: 2, y: 12 }],
  n: 280,
  pearson: 0.62,
  spearman: 0.58,
  slope: 3,
  intercept: 4,
}
const title = (change: Partial<typeof answer>, lang: 'sv' | 'en' = 'sv') =>
  relationFinding({ ...answer, ...change }, lang).title

describe('finding of a relation', () => {
  it('states direction and strength', () => {
    expect(title({})).toBe('Ju högre ”Ekonomiskt bistånd”, desto högre ”Väntetid”: tydligt samband')
    expect(title({ pearson: -0.71 }, 'en')).toBe(
      'The higher “Ekonomiskt bistånd”, the lower “Väntetid”: a strong correlation',
    )
  })

  it.each([
    [0.7, 'starkt samband'],
    [0.69, 'tydligt samband'],
    [0.5, 'tydligt samband'],
    [0.49, 'måttligt samband'],
    [0.29, 'Svagt samband mellan ”Ekonomiskt bistånd” och ”Väntetid”: det ena förklarar 8 procent av det andra'],
    [1, 'starkt samband'],
  ])('calls r = %d %s', (pearson, words) => expect(title({ pearson })).toContain(words))

  it('of a question answered yes or no says where the other is higher', () => {
    const asked = { ...answer.x, about: { ...answer.x.about, kind: 'yesno' as const } }
    const changed = relationFinding({ ...answer, x: asked as unknown as typeof answer.x }, 'sv')
    expect(changed.title).toBe('”Väntetid” är högre där svaret är ja på ”Ekonomiskt bistånd”')
  })

  it.each([
    [0.8, 'sv', 'Kommuner som svarar ja på ”Ekonomiskt bistånd” svarar oftare ja på ”Väntetid”'],
    [-0.8, 'sv', 'Kommuner som svarar ja på ”Ekonomiskt bistånd” svarar mer sällan ja på ”Väntetid”'],
    [-0.8, 'en', 'Municipalities that answer yes to “Ekonomiskt bistånd” less often answer yes to “Väntetid”'],
  ] as const)(
    'of two questions answered yes or no, r = %d, says in %s how the answers go together',
    (pearson, lang, said) => {
      const asked = <T extends { about: object }>(one: T): T => ({ ...one, about: { ...one.about, kind: 'yesno' } })
      const both = { ...answer, x: asked(answer.x), y: asked(answer.y), pearson }
      expect(relationFinding(both, lang).title).toBe(said)
    },
  )

  it('does not claim what chance can make', () => {
    expect(title({ pearson: 0.5, spearman: 0.5, n: 10 })).toBe(
      'Inget säkert samband mellan ”Ekonomiskt bistånd” och ”Väntetid”',
    )
    expect(title({ pearson: 0.05, spearman: 0.05 }, 'en')).toBe(
      'No certain correlation between “Ekonomiskt bistånd” and “Väntetid”',
    )
    expect(title({ pearson: 0.8, n: 10 })).toContain('starkt')
  })

  it('of what goes together by rank only says so, which way and how weakly', () => {
    expect(title({ pearson: 0.05, spearman: 0.38 })).toBe(
      'Inget säkert samband längs en rät linje mellan ”Ekonomiskt bistånd” och ”Väntetid”, men de följs åt efter rang',
    )
    expect(title({ pearson: 0.05, spearman: -0.2 })).toContain('går svagt åt motsatta håll efter rang')
    expect(relationFinding({ ...answer, pearson: 0.05, spearman: 0.38 }, 'sv').explanation).toContain(
      'efter rang mellan 280 kommuner är 0,38; längs en rät linje är den 0,05 och kan vara slump.',
    )
    expect(title({ pearson: 0.05, spearman: 0.1 })).toContain('Inget säkert samband')
  })

  it('never tells of all where a little is left', () => {
    expect(relationFinding({ ...answer, pearson: 0.999 }, 'sv').explanation).toContain('förklarar mer än 99 procent av')
  })

  it('says when too few municipalities have both', () => {
    expect(title({ n: 7, pearson: 0.99 })).toContain('För få kommuner')
    expect(title({ pearson: null as unknown as number }, 'en')).toContain('Too few')
  })

  it('tells both correlations with their base', () => {
    expect(relationFinding(answer, 'sv').explanation).toBe(
      '”Ekonomiskt bistånd” förklarar 38 procent av skillnaderna i ”Väntetid” mellan 280 kommuner (korrelation 0,62, efter rang 0,58).',
    )
  })

  it('tells where the own municipality lies, and of the relation where it has no place', () => {
    expect(ownRelationFinding(answer, '0184', 'sv')).toBe(
      'Solna ligger över linjen: 12,0\u00a0dagar, där linjen går vid 10,0\u00a0dagar',
    )
    expect(ownRelationFinding({ ...answer, intercept: 6 }, '0184', 'en')).toBe('Solna lies on the line')
    expect(ownRelationFinding({ ...answer, intercept: 9 }, '0184', 'en')).toContain('below the line')
    expect(ownRelationFinding(answer, '0163', 'sv')).toBe(title({}))
    expect(ownRelationFinding(answer, '0184', 'sv', false)).toBe(title({}))
    expect(ownRelationFinding({ ...answer, slope: null as unknown as number }, '0184', 'sv')).toBe(title({}))
  })

  it('warns when the two measures differ', () => {
    const warned = (spearman: number) => relationFinding({ ...answer, spearman }, 'sv').explanation
    expect(warned(0.4)).toContain('skiljer sig åt')
    expect(warned(0.5)).not.toContain('skiljer sig åt')
  })

  it('never claims a cause', () => {
    expect(causationWarning('sv')).toContain('orsakar')
    expect(causationWarning('en')).toContain('causes')
  })
})
