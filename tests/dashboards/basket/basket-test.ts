import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  asBasket,
  asLists,
  type Basket,
  commented,
  commentOn,
  EMPTY,
  introduced,
  isArrangedAs,
  LONGEST_COMMENT,
  LONGEST_INTRODUCTION,
  LONGEST_TITLE,
  MOST_PICKED,
  moved,
  titled,
  withoutPicked,
  withPicked,
} from '../../../dashboards/basket/basket.ts'
import { pack, unpack } from '../../../dashboards/basket/packed.ts'

const query = 'view=compare&municipality=0184&group=fou-nordvast'
const picked = [
  { query, figure: 'ranked', comment: 'Åren före 2015 räknades annorlunda – "se bilaga".' },
  { query, figure: 'trend', comment: '' },
  { query: 'view=profile&municipality=0184', figure: 'spine', comment: '' },
]
const basket: Basket = {
  title: 'Bistånd i maj: "läget"',
  introduction: 'Till nämnden.\nUtan siffror för 2014.',
  picked,
}
const figures = (one: Basket) => one.picked.map(({ figure }) => figure)

describe('basket', () => {
  it('takes a figure once, last', () => {
    const more = withPicked(basket, query, 'map')
    expect(figures(more)).toEqual(['ranked', 'trend', 'spine', 'map'])
    expect(withPicked(more, query, 'map')).toBe(more)
    expect(figures(withPicked(more, `${query}&period=2020`, 'map'))).toHaveLength(5)
    expect(more.title).toBe(basket.title)
  })

  it('keeps the page of a large own group', () => {
    const group = Array.from({ length: 200 }, (_, at) => String(1000 + at)).join('%2C')
    const large = withPicked(basket, `view=matrix&municipality=0184&group=${group}%7EV%C3%A5ra+grannar`, 'oversikt')
    expect(asBasket(asLists(large))).toEqual(large)
  })

  it('is full at its most', () => {
    let full = EMPTY
    for (let at = 0; at < MOST_PICKED + 5; at++) full = withPicked(full, query, `figure-${at}`)
    expect(full.picked).toHaveLength(MOST_PICKED)
  })

  it.each([
    [0, 2, ['trend', 'spine', 'ranked']],
    [2, -2, ['spine', 'ranked', 'trend']],
    [1, 0, ['ranked', 'trend', 'spine']],
    [0, -1, ['ranked', 'trend', 'spine']],
    [1, 99, ['ranked', 'spine', 'trend']],
  ])('moves the figure at %d by %d', (from, by, order) =>
    expect(figures(moved(basket, picked[from]!, by))).toEqual(order),
  )

  it('changes nothing of a figure that it does not hold any more', () => {
    const gone = { query, figure: 'map', comment: '' }
    expect(moved(basket, gone, 1)).toBe(basket)
    expect(commented(basket, gone, 'Ny')).toEqual(basket)
    expect(commentOn(basket, gone)).toBe('')
  })

  it('leaves a figure out, and keeps the comments of the others', () => {
    expect(withoutPicked(basket, query, 'trend')).toEqual({ ...basket, picked: [picked[0], picked[2]] })
    const comments = ({ picked }: Basket) => picked.map(({ comment }) => comment)
    expect(comments(commented(basket, picked[1]!, 'Ny'))).toEqual([picked[0]!.comment, 'Ny', ''])
    expect(comments(commented(basket, picked[1]!, 'x'.repeat(5000)))[1]).toHaveLength(LONGEST_COMMENT)
    const turned = moved(basket, picked[1]!, 1)
    expect(commentOn(commented(turned, picked[1]!, 'Ny'), picked[1]!)).toBe('Ny')
    expect([isArrangedAs(basket, commented(basket, picked[1]!, 'Ny')), isArrangedAs(basket, turned)]).toEqual([
      true,
      false,
    ])
  })

  it('that somebody has made by hand holds each figure once', () => {
    const twice = [...asLists({ ...EMPTY, picked }), [query, 'trend', 'En gång till']]
    expect(asBasket(twice)?.picked).toEqual(picked)
  })

  it('takes a title of one line and an introduction of several, neither longer than it reads back', () => {
    expect(titled(basket, '  Läget \n i maj ')).toEqual({ ...basket, title: 'Läget i maj' })
    expect(introduced(basket, ' Rad ett\nrad två \n')).toEqual({ ...basket, introduction: 'Rad ett\nrad två' })
    const long = introduced(titled(basket, 'x'.repeat(5000)), 'y'.repeat(5000))
    expect([long.title.length, long.introduction.length]).toEqual([LONGEST_TITLE, LONGEST_INTRODUCTION])
    expect(asBasket(asLists(long))).toEqual(long)
  })

  it('loses its title with its last figure', () => {
    const one = { ...basket, picked: picked.slice(0, 1) }
    expect(withoutPicked(one, query, 'ranked')).toEqual(EMPTY)
  })
})

describe('a packed basket', () => {
  it('comes back as it was, through letters that an address keeps', async () => {
    const text = await pack(basket)
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(await unpack(text)).toEqual(basket)
    expect([await pack(EMPTY), await unpack('')]).toEqual(['', EMPTY])
  })

  it('without a heading is what an older address says', async () => {
    const older = deflateRawSync(JSON.stringify(picked.map(({ query, figure, comment }) => [query, figure, comment])))
    const untitled = { ...EMPTY, picked }
    expect(await unpack(older.toString('base64url'))).toEqual(untitled)
    expect(asLists(untitled)).toHaveLength(picked.length)
  })

  it('is the same text each time, and shorter than what it says', async () => {
    const many = Array.from({ length: MOST_PICKED }, (_, at) => ({ query, figure: `figure-${at}`, comment: 'Kort' }))
    const full = { ...EMPTY, picked: many }
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
    expect(asBasket([['x'.repeat(LONGEST_TITLE + 1), '']])).toBeNull()
    expect(asBasket([['', 'x'.repeat(LONGEST_INTRODUCTION + 1)]])).toBeNull()
    expect(asBasket([['x'.repeat(2001), 'map', '']])).toBeNull()
    expect(asBasket(Array.from({ length: MOST_PICKED + 1 }, () => [query, 'map', '']))).toBeNull()
  })
})
