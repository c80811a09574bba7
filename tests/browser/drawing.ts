import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { createServer } from 'vite'
import { expect } from 'vitest'
import { borrowBrowser, giveBack } from './browser.ts'

const FACE = fileURLToPath(new URL('../../node_modules/@fontsource-variable/source-sans-3/wght.css', import.meta.url))

/** A page that only draws; `sets` and `maps` name the parts of the data that JSON cannot carry. */
const BLANK = `<!doctype html><title>charts</title>
<link rel="stylesheet" href="/@fs${FACE}" /><link rel="stylesheet" href="/style/index.css" /><script type="module">
  const chart = async ([path, name, { sets = [], maps = [], ...data }, width]) => {
    for (const key of sets) data[key] = new Set(data[key])
    for (const key of maps) data[key] = new Map(data[key])
    if (data.barLabelled) data.barLabel = (from, to, count) => from + '–' + to + ': ' + count
    return (await import(path))[name](data, { width })
  }
  window.drawn = async (asked) => (await chart(asked)).outerHTML
  window.drawnOutside = async (asked) => {
    const svg = await chart(asked)
    document.body.replaceChildren(svg)
    await document.fonts.load('13px "Source Sans 3 Variable"')
    const frame = svg.getBoundingClientRect()
    const marks = [...svg.querySelectorAll('circle, path, rect, line, text')].filter((one) => !one.closest('[clip-path], defs, pattern'))
    const boxes = marks.map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width + box.height > 0)
    const out = ({ box }) =>
      box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2
    return boxes.filter(out).map(({ one }) => one.tagName + ' ' + (one.textContent || one.dataset.point || '') + ' outside')
  }
  window.crowded = async (asked) => {
    const svg = await chart(asked)
    document.body.replaceChildren(svg)
    await document.fonts.load('13px "Source Sans 3 Variable"')
    const frame = svg.getBoundingClientRect()
    const words = [...svg.querySelectorAll('text')].filter((one) => one.textContent.trim() !== '')
    const boxes = words.map((one) => ({ word: one.textContent, box: one.getBoundingClientRect() }))
    const out = ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1
    const meet = ({ box: a }, { box: b }) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
    return [
      ...boxes.filter(out).map(({ word }) => word + ' is cut'),
      ...boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => meet(a, b)).map((b) => a.word + ' on ' + b.word)),
    ]
  }
</script>`

/** Charts drawn one by one in a real browser, out of their own files. */
export type Drawing = {
  /** The picture as text. */
  drawn(file: string, name: string, data: object, width: number): Promise<string>
  /** Words that stand outside the picture's sides, and words that lie on each other. */
  crowded(file: string, name: string, data: object, width: number): Promise<string[]>
  /** Marks and words that lie outside the picture on any side. */
  drawnOutside(file: string, name: string, data: object, width: number): Promise<string[]>
  close(): Promise<void>
}

export async function openDrawing(): Promise<Drawing> {
  const vite = await createServer({
    root: 'dashboards',
    logLevel: 'silent',
    appType: 'custom',
    server: { port: 0, hmr: false },
  })
  vite.middlewares.use('/blank', (_, response) => response.setHeader('Content-Type', 'text/html').end(BLANK))
  await vite.listen()
  const browser = await borrowBrowser()
  const page = await browser.newPage()
  await page.goto(`${vite.resolvedUrls!.local[0]}blank`)
  return {
    drawn: (...asked) => ask(page, 'drawn', asked),
    crowded: (...asked) => ask(page, 'crowded', asked),
    drawnOutside: (...asked) => ask(page, 'drawnOutside', asked),
    close: async () => {
      await giveBack(browser)
      await vite.close()
    },
  }
}

/**
 * The picture as it is kept as text: one image without styles that a strict content policy would refuse, its numbers rounded to
 * one decimal.
 */
export function snapshotOf(svg: string): string {
  expect(svg).toMatch(/^<svg[^>]* role="img"/)
  expect(svg).not.toMatch(/<style|NaN|undefined|Infinity/)
  return svg.replace(/\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1)))).replaceAll('><', '>\n<')
}

function ask<T>(page: Page, what: string, [file, name, data, width]: [string, string, object, number]): Promise<T> {
  return page.evaluate(`window.${what}(${JSON.stringify([`/charts/${file}.ts`, name, data, width])})`)
}
