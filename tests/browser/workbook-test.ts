import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../etl/commands/check.ts'
import { load } from '../../etl/commands/load.ts'
import { figuresIn } from '../fixtures/figures.ts'
import { emptyHome, temporaryFile } from '../fixtures/home.ts'
import { workbookOf } from '../fixtures/workbook.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

const workbook = () =>
  workbookOf(
    {
      Information: [['Om tabellen'], ['Källa', 'Kommunen']],
      'Resultat 2023': [
        ['Tabell över 2023'],
        ['Kommunkod', 'Kommun', 'N31807', 'N31807 nedre gräns', 'N31807 övre gräns', 'Andel med plan', 'Rang N31807'],
        ['', 'Riket', 4.4, '', '', 60, ''],
        ['0114', 'Upplands Väsby', 3.1, 2.1, 4.1, 71, 2],
        ['0184', 'Solna', 3.5, 2.5, 4.5, 72, 1],
      ],
    },
    'resultat.xlsx',
  )

/** What `check --json` prints of the workbook, as a file to be opened on the page. */
async function answered(path: string): Promise<string> {
  const { object } = await check(emptyHome(), [path], {})
  return temporaryFile('svar.json', JSON.stringify(object))
}

test('the page shows what was understood and why, without a violation, in both languages and on a telephone', async () => {
  const answer = await answered(workbook())
  for (const lang of ['sv', 'en']) {
    const { page, complaints } = await site.open(`/?view=arbetsbok&lang=${lang}`, {
      viewport: { width: 320, height: 700 },
    })
    await page.setInputFiles('#workbook-file', answer)
    await page.locator('.sheet-picture').waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    const told = await page.locator('main').innerText()
    expect(told).toContain(
      lang === 'sv' ? '2 av 2 ifyllda celler är kommunkoder' : '2 of 2 filled cells are municipality codes',
    )
    expect(told).toContain(lang === 'sv' ? 'är en rangordning' : 'Information')
    expect(await page.locator('td[data-role="value"]').first().innerText()).toContain(
      lang === 'sv' ? 'värde som läses' : 'value that is read',
    )
    await site.leave(page)
  }
})

test('a column that was not understood is given an indicator by keyboard, and the mapping that is saved is read so', async () => {
  const path = workbook()
  const { page } = await site.open('/?view=arbetsbok')
  await page.setInputFiles('#workbook-file', await answered(path))
  const column = page.locator('fieldset', { hasText: 'Andel med plan' }).last()
  await column.getByLabel('Läs kolumnen').focus()
  await page.keyboard.press('Space')
  await column.getByLabel('Indikator', { exact: true }).fill('lokal_plan')
  await page.keyboard.press('Tab')
  await column.getByLabel('Indikatorns titel').fill('Personer med plan, andel (%)')
  await page.keyboard.press('Tab')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Spara mappningen' }).press('Enter'),
  ])
  const mapping = temporaryFile('mappning.json', readFileSync(await saved.path()))
  const context = emptyHome()
  expect((await load(context, [path], { release: false, mapping })).exit).toBe(0)
  expect(await figuresIn(context)).toEqual([
    ...['N31807 T 2023 0114 3.1', 'N31807 T 2023 0184 3.5'],
    ...['lokal_plan T 2023 0114 71', 'lokal_plan T 2023 0184 72'],
  ])
  await site.leave(page)
})

test('a file of something else is told, and nothing breaks', async () => {
  const { page, complaints } = await site.open('/?view=arbetsbok')
  for (const text of ['inget', '{}', '{"ok":true,"findings":[],"mappings":{"a":{"instrument":"asi"}}}']) {
    await page.setInputFiles('#workbook-file', temporaryFile('x.json', text))
    await page.getByText('Filen är inget svar från check --json').waitFor()
  }
  expect(complaints).toEqual([])
  await site.leave(page)
})
