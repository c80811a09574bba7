import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  asBasket,
  asLists,
  type Basket,
  commented,
  LONGEST_COMMENT,
  MOST_PICKED,
  moved,
  without,
  withPicked,
} from '../../../dashboards/basket/basket.ts'
import { pack, unpack } from '../../../dashboards/basket/packed.ts'

const query = 'view=compare&municipality=0184&group=fou-nordvast'
const basket: Basket = [
  { query, figure: 'ranked', comment: 'Åren före 2015 räknades annorlunda – "se bilaga".' },
  { query, figure: 'trend', comment: '' },
  { query: 'view=profile&municipality=0184', figure: 'spine', comment: '' },
]
const figures = (one: Basket) => one.map(({ figure }) => figure)

describe('basket', () => {
  it('takes a figure once, last', () => {
    const picked = withPicked(basket, query, 'map')
    expect(figures(picked)).toEqual(['ranked', 'trend', 'spine', 'map'])
    expect(withPicked(picked, query, 'map')).toBe(picked)
    expect(withPicked(picked, `${query}&period=2020`, 'map')).toHaveLength(5)
  })

  it('is full at its most', () => {
    let full: Basket = []
    for (let at = 0; at < MOST_PICKED + 5; at++) full = withPicked(full, query, `figure-${at}`)
    expect(full).toHaveLength(MOST_PICKED)
  })

  it.each([
    [0, 2, ['trend', 'spine', 'ranked']],
    [2, 0, ['spine', 'ranked', 'trend']],
    [1, 1, ['ranked', 'trend', 'spine']],
    [0, -1, ['ranked', 'trend', 'spine']],
    [1, 99, ['ranked', 'spine', 'trend']],
  ])('moves the figure at %d to %d', (from, to, order) => expect(figures(moved(basket, from, to))).toEqual(order))

  it('leaves a figure out, and keeps the comments of the others', () => {
    expect(without(basket, 1)).toEqual([basket[0], basket[2]])
    expect(commented(basket, 1, 'Ny').map(({ comment }) => comment)).toEqual([basket[0]!.comment, 'Ny', ''])
    expect(commented(basket, 1, 'x'.repeat(5000))[1]!.comment).toHaveLength(LONGEST_COMMENT)
  })
})

describe('a packed basket', () => {
  it('comes back as it was, through letters that an address keeps', async () => {
    const text = await pack(basket)
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(await unpack(text)).toEqual(basket)
    expect([await pack([]), await unpack('')]).toEqual(['', []])
  })

  it('is the same text each time, and shorter than what it says', async () => {
    const full = Array.from({ length: MOST_PICKED }, (_, at) => ({ query, figure: `figure-${at}`, comment: 'Kort' }))
    expect(await pack(full)).toBe(await pack(full))
    expect((await pack(full)).length).toBeLessThan(JSON.stringify(asLists(full)).length / 5)
  })

  it.each([
    ['no basket', 'abc'],
    ['wrong letters', '%%%'],
    [
      'cut off',
      deflateRawSync(JSON.stringify(asLists(basket)))
        .subarray(0, 40)
        .toString('base64url'),
    ],
    ['another shape', deflateRawSync('{"a":1}').toString('base64url')],
    ['a number for a comment', deflateRawSync(JSON.stringify([[query, 'map', 7]])).toString('base64url')],
    ['a bomb', deflateRawSync(`[${' '.repeat(50_000_000)}]`).toString('base64url')],
  ])('is refused where the text is %s', async (_, text) => expect(await unpack(text)).toBeNull())

  it('is refused where a text in it is longer than a page can make it', () => {
    expect(asBasket([[query, 'map', 'x'.repeat(LONGEST_COMMENT + 1)]])).toBeNull()
    expect(asBasket([['x'.repeat(700), 'map', '']])).toBeNull()
    expect(asBasket(Array.from({ length: MOST_PICKED + 1 }, () => [query, 'map', '']))).toBeNull()
  })
})
