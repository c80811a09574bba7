import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { decoded, elements } from '../../etl/read/xml.ts'
import { makeHome, publish, type ValueRow } from './home.ts'
import { serve } from './service.ts'

const { home, remove } = makeHome()
let running: Running

const CODES = Array.from(
  { length: 9 },
  (_, index) => ['0180', '0184', '0123', '0125', '0126', '0127', '0128', '0136', '0138'][index]!,
)
/** A cost of each of nine municipalities; Solna's is said. */
const costs = (period: number, solna: number): ValueRow[] =>
  CODES.map((municipality, index) => ({
    indicator: 'N30101',
    municipality,
    period,
    value: municipality === '0184' ? solna : 2000 + 10 * index,
  }))

beforeAll(async () => {
  await publish(home, { values: [...costs(2017, 1600), ...costs(2019, 1500), ...costs(2020, 1600)] })
  await publish(home, {
    values: [...costs(2017, 1600), ...costs(2019, 1511), ...costs(2020, 1600), ...costs(2021, 2900)],
  })
  running = await serve(home)
})
afterAll(async () => {
  await running.close()
  remove()
})

async function feed(address: string) {
  const response = await fetch(running.url + address)
  const xml = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    etag: response.headers.get('etag'),
    xml,
  }
}

/** Every tag that opens is closed in its turn, and nothing but a known entity follows an ampersand. */
function expectWellFormed(xml: string): void {
  expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed')).toBe(true)
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/)
  const open: string[] = []
  for (const [, closing, name, self] of xml.matchAll(/<(\/?)([a-z]+)(?:\s+[a-z:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name)
    else if (!self) open.push(name!)
  }
  expect(open).toEqual([])
  expect(xml.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
}

const contents = (xml: string, name: string) => [...elements(xml, name)].map(({ content }) => decoded(content))
const sentencesIn = (entry: string) =>
  [...decoded(contents(entry, 'content')[0]!).matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => decoded(text!))

describe('the feed', () => {
  test('is Atom: what RFC 4287 demands stands in it, once each', async () => {
    const { status, type, xml } = await feed('/feed.atom?municipality=0184&group=county-01&lang=sv')
    expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expectWellFormed(xml)
    const [head, ...entries] = xml.split('<entry>')
    for (const part of [head!, ...entries]) {
      for (const name of ['id', 'title', 'updated']) expect(contents(part, name), name).toHaveLength(1)
      expect(contents(part, 'id')[0]).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      expect(new Date(contents(part, 'updated')[0]!).toISOString()).toBe(contents(part, 'updated')[0])
    }
    expect(contents(head!, 'author')).toHaveLength(1)
    const self = `${running.url}/feed.atom?municipality=0184&amp;group=county-01&amp;lang=sv`
    expect(head).toContain(`<link rel="self" type="application/atom+xml" href="${self}"/>`)
    expect(new Set(entries.map((entry) => contents(entry, 'id')[0])).size).toBe(2)
    expect(head).toContain('nytt för Solna, jämfört med Stockholms län')
  })

  test('tells what the release brought, what the source changed and what moved', async () => {
    const { xml } = await feed('/feed.atom?municipality=0184')
    const [newest, first] = xml.split('<entry>').slice(1).map(sentencesIn)
    expect(newest).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Nytt år: .* 2.900.kr\/inv i Solna 2021\.$/),
        expect.stringMatching(/^Ändrat av källan: .* 2019, från 1.500.kr\/inv till 1.511.kr\/inv\.$/),
        expect.stringMatching(/ökade i Solna från 1.600 \(2017\) till 2.900/),
      ]),
    )
    expect(first).toEqual(['Kolada: 27 uppgifter.'])
  })

  test('is the same below the API, keeps its ids, speaks English, and follows a group without a municipality', async () => {
    const there = await feed('/api/v1/feed.atom?municipality=0184')
    const here = await feed('/feed.atom?municipality=0184')
    expect(there.xml.replaceAll('/api/v1/feed', '/feed')).toBe(here.xml)
    expect(there.etag).toBe(here.etag)
    const { xml } = await feed('/feed.atom?group=county-01&lang=en')
    expectWellFormed(xml)
    expect(sentencesIn(xml.split('<entry>')[1]!)).toContainEqual(expect.stringMatching(/^New year: .* 2021\.$/))
    expect(xml).toContain('xml:lang="en"')
  })

  test('of a place that there is not says so', async () => {
    expect((await feed('/feed.atom?municipality=9999')).status).toBe(400)
  })
})
