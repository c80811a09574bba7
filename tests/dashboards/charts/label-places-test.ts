import { describe, expect, it } from 'vitest'
import { placeLabels } from '../../../dashboards/charts/label-places.ts'

const frame = { left: 0, right: 400, top: 0, bottom: 300 }
const sides = (points: { x: number; y: number; name: string }[]) =>
  placeLabels(points, frame).map(({ name, anchor, dy }) => [name, anchor, Math.sign(dy)])

describe('names beside points', () => {
  it('stand to the right where there is room', () => {
    expect(sides([{ x: 100, y: 100, name: 'Solna' }])).toEqual([['Solna', 'start', 0]])
  })

  it('stand to the left at the right edge, below at the top of a crowded one', () => {
    expect(sides([{ x: 390, y: 100, name: 'Solna' }])).toEqual([['Solna', 'end', 0]])
    const crowded = [
      { x: 200, y: 10, name: 'Ekerö' },
      { x: 225, y: 10, name: 'a' },
      { x: 180, y: 10, name: 'b' },
    ]
    expect(sides(crowded)[0]).toEqual(['Ekerö', 'middle', 1])
  })

  it('stand aslant where the four sides are taken', () => {
    const among = [
      { x: 200, y: 100, name: 'Upplands Väsby' },
      { x: 210, y: 104, name: '' },
      { x: 170, y: 96, name: '' },
      { x: 160, y: 114, name: '' },
    ]
    expect(sides(among)[0]).toEqual(['Upplands Väsby', 'start', -1])
  })

  it('never lie on each other or on a point, and the first in the list is served first', () => {
    const pile = Array.from({ length: 40 }, (_, at) => ({ x: 200 + (at % 5) * 4, y: 150 + at, name: `Kommun ${at}` }))
    const placed = placeLabels(pile, frame)
    expect(placed[0]!.name).toBe('Kommun 0')
    expect(placed.length).toBeLessThan(pile.length)
    const boxes = placed.map(({ x, y, name, anchor, dx, dy }) => {
      const width = name.length * 6.8
      const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor]
      return { left, right: left + width, top: y + dy - 7, bottom: y + dy + 7 }
    })
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
  })

  it('are left out where nothing has room', () => {
    expect(
      placeLabels([{ x: 5, y: 5, name: 'Ett alldeles för långt namn för en så liten ruta' }], { ...frame, right: 50 }),
    ).toEqual([])
  })
})
