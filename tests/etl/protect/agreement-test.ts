import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreed } from '../../../etl/protect/agreement.ts'

const ONE = [{ whole: 0, parts: [1, 2] }]

describe('the sexes of a cell', () => {
  test('that hold more persons than it meet it half way', () => {
    const [whole, women, men] = agreed(
      [
        { all: 40, above: [] },
        { all: 20, above: [] },
        { all: 23, above: [] },
      ],
      ONE,
    )
    expect([whole!.all, women!.all, men!.all]).toEqual([41, 19, 22])
  })

  test('that hold fewer stay: the rest is of a sex that is not shown', () => {
    expect(
      agreed(
        [
          { all: 40, above: [8] },
          { all: 17, above: [2] },
          { all: 20, above: [5] },
        ],
        ONE,
      ).map((one) => one!.all),
    ).toEqual([40, 17, 20])
  })

  test('make up the whole at every cut', () => {
    const [whole, women, men] = agreed(
      [
        { all: 40, above: [20] },
        { all: 15, above: [9] },
        { all: 25, above: [14] },
      ],
      ONE,
    )
    expect(women!.above[0]! + men!.above[0]!).toBeCloseTo(whole!.above[0]!, 9)
    expect(whole!.above[0]).toBeCloseTo(21, 9)
    expect(women!.above[0]).toBeCloseTo(8, 9)
  })

  test('do not move where one of them is not shown, or both are too few', () => {
    const lonely = [{ all: 40, above: [20] }, { all: 38, above: [9] }, null]
    expect(agreed(lonely, ONE)).toEqual(lonely)
    const few = [
      { all: 40, above: [20] },
      { all: 15, above: [9] },
      { all: 16, above: [14] },
    ]
    expect(agreed(few, ONE)).toEqual(few)
  })

  test('meet also where few of them have a value, if they make up the persons of the whole', () => {
    const few = [
      { all: 28, above: [17] },
      { all: 11, above: [4] },
      { all: 10, above: [5] },
    ]
    expect(agreed(few, ONE, [45, 16, 15])).toEqual(few)
    const [whole, women, men] = agreed(few, ONE, [45, 25, 20]).map((one) => one!)
    expect(whole!.above[0]! / 28).toBeCloseTo((women!.above[0]! + men!.above[0]!) / 21, 9)
  })
})

test('whatever is drawn: a whole lies between its sexes, and every row falls within nobody and all', () => {
  const drawn = fc.record({
    all: fc.integer({ min: 20, max: 80 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
  })
  fc.assert(
    fc.property(
      fc.tuple(drawn, drawn),
      fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 4, maxLength: 4 }),
      ([women, men], noise) => {
        const rows = [women, men].map(({ all, shares }) => ({
          all,
          above: [...shares].sort((a, b) => b - a).map((share) => share * all),
        }))
        const whole = {
          all: women.all + men.all + noise[0]!,
          above: rows[0]!.above
            .map((count, cut) => Math.max(0, count + rows[1]!.above[cut]! + noise[cut + 1]!))
            .sort((a, b) => b - a),
        }
        const [all, ...parts] = agreed([whole, ...rows], ONE).map((one) => one!)
        for (const cut of [0, 1, 2]) {
          const shares = parts.map((part) => part.above[cut]! / part.all)
          const own = all!.above[cut]! / all!.all
          expect(own).toBeGreaterThan(Math.min(...shares) - 0.03)
          expect(own).toBeLessThan(Math.max(...shares) + 0.03)
        }
        for (const { all: n, above } of [all!, ...parts]) {
          expect([n, ...above, 0].every((count, i, row) => i === 0 || count <= row[i - 1]!)).toBe(true)
        }
      },
    ),
  )
})
