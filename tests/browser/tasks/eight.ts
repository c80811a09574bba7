import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { expect } from 'vitest'
import { unpacked } from '../unpacked.ts'
import type { Hand } from './hand.ts'

/** Something that one could not do, or not without losing something, until it was asked for. */
type LaterTask = {
  title: string
  /** More clicks than this are too many. */
  most: number
  /** Pixels of the window, where it is not a desk's. */
  viewport?: { width: number; height: number }
  /** Begins at the start page, with municipality and group chosen on an earlier visit. */
  carryOut(hand: Hand): Promise<void>
}

const figure = ({ page }: Hand, kind: string) => page.locator(`js-figure:has(figure[id^="${kind}-"])`)

async function saveFigure(hand: Hand, kind: string, as: string): Promise<string> {
  await hand.click(figure(hand, kind).locator('.save summary'))
  const file = await hand.save(figure(hand, kind).getByRole('button', { name: as }))
  return (await file.path())!
}

async function addAlso(hand: Hand, name: string): Promise<void> {
  await hand.click(hand.page.getByRole('combobox', { name: 'Visa även' }))
  await hand.page.keyboard.type(name)
  await hand.click(hand.page.locator('#also-list [role=option]').first())
}

export const EIGHT: readonly LaterTask[] = [
  {
    title: 'Put what stands out most into Word',
    most: 3,
    carryOut: async (hand) => {
      const found = hand.page.locator('.found li a').first()
      await hand.click(found)
      const title = await figure(hand, 'rang').locator('h2').innerText()
      const document = await (await unpacked(await saveFigure(hand, 'rang', 'Word (DOCX)'))).text('word/document.xml')
      expect(document.split(`>${title.replaceAll('&', '&amp;')}<`)).toHaveLength(2)
      expect(document).toContain('<w:tbl>')
    },
  },
  {
    title: 'Lay a placemat before each of the eight municipalities',
    most: 3,
    carryOut: async (hand) => {
      await hand.turnTo('Profil')
      const path = await saveFigure(hand, 'profil', 'Underlägg för hela gruppen (Word)')
      const document = await (await unpacked(path)).text('word/document.xml')
      expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(7)
      for (const name of [
        'Ekerö',
        'Järfälla',
        'Sigtuna',
        'Sollentuna',
        'Solna',
        'Sundbyberg',
        'Upplands-Bro',
        'Upplands Väsby',
      ])
        expect(document).toContain(`>${name}<`)
      expect(document.match(/<pic:pic/g)).toHaveLength(8)
    },
  },
  {
    title: 'Set two neighbours beside Solna on a telephone',
    most: 6,
    viewport: { width: 390, height: 844 },
    carryOut: async (hand) => {
      await hand.search('långvarigt ekonomiskt bistånd')
      await addAlso(hand, 'Stockholm')
      await addAlso(hand, 'Lidingö')
      for (const kind of ['rang', 'utveckling'])
        for (const name of ['Stockholm', 'Lidingö'])
          expect(await figure(hand, kind).locator('.chart text', { hasText: name }).count()).toBeGreaterThan(0)
      expect(await hand.page.locator('.finding').innerText()).toMatch(/Även i Stockholm .* och på Lidingö/)
      expect(await hand.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    },
  },
  {
    title: 'See the change between the two interviews of ASI for women and men apart',
    most: 3,
    carryOut: async (hand) => {
      await hand.turnTo('ASI')
      // Of one year and one municipality too few of either sex are followed up to be shown.
      await hand.choose('År', '2023–2025')
      const bySex = figure(hand, 'konsforandring')
      expect(await bySex.locator('h2').innerText()).not.toBe('')
      expect(await bySex.locator('[data-point]').count()).toBeGreaterThan(0)
    },
  },
  {
    title: 'See UBU’s own figures against the group in one figure',
    most: 1,
    carryOut: async (hand) => {
      await hand.turnTo('UBU')
      const beside = figure(hand, 'mot')
      expect(await beside.locator('h2').innerText()).not.toBe('')
      expect(await beside.locator('[data-point]').count()).toBeGreaterThan(0)
    },
  },
  {
    title: 'Find out how an indicator outside the catalogue is fetched',
    most: 2,
    carryOut: async (hand) => {
      await hand.click(hand.page.locator('.masthead .search'))
      await hand.page.locator('dialog.search-box input').fill('behörighet till gymnasiet')
      const hit = hand.page.locator('dialog.search-box [role=option]', { hasText: 'Finns i Kolada, inte inläst' })
      await hit.first().waitFor()
      expect(await hit.first().innerText()).toMatch(/npm run etl -- fetch kolada --indicators [NU]\d{5}/)
      await hit.first().click()
      hand.pressed.push('the indicator')
      await hand.page.locator('.done', { hasText: 'fetch kolada --indicators' }).waitFor()
      await hand.page.keyboard.press('Escape')
    },
  },
  {
    title: 'Get the development of an own group into Excel, municipalities down and years across',
    most: 11,
    carryOut: async (hand) => {
      const { page } = hand
      await hand.search('långvarigt ekonomiskt bistånd')
      await hand.turnTo('Liknande')
      await hand.click(page.getByRole('button', { name: 'Utgå från Solna' }))
      for (const name of ['Lund', 'Umeå']) {
        await hand.click(page.getByRole('combobox', { name: 'Lägg till en kommun' }))
        await page.keyboard.type(name)
        await hand.click(page.locator('#member-list [role=option]').first())
      }
      await hand.click(page.locator('.picker').getByRole('button', { name: 'Jämför', exact: true }))
      const path = await saveFigure(hand, 'var', 'Excel (XLSX)')
      const book = read(readFileSync(path))
      expect(book.SheetNames.slice(1)).toEqual(['Källor och metod', 'Alla uppgifter'])
      const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
      const head = rows.findIndex(([first]) => first === 'Kommun')
      expect(rows[head]!.slice(1)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025'])
      const solna = rows.slice(head).find(([first]) => first === 'Solna')!
      expect(solna.slice(1).filter((cell) => typeof cell === 'number').length).toBeGreaterThan(2)
      expect(rows.slice(head + 1).map(([name]) => name)).toEqual(expect.arrayContaining(['Solna', 'Lund', 'Umeå']))
    },
  },
  {
    title: 'See what was revised since the last release, and what that did to Solna’s place',
    most: 4,
    carryOut: async (hand) => {
      await hand.turnTo('Om data')
      await hand.click(
        hand.page.locator('.contents').getByRole('link', { name: 'Siffror som har ändrats i efterhand' }),
      )
      const section = hand.page.locator('#revisions')
      expect(await section.locator('p').first().innerText()).toMatch(/sedan utgåvan före den här|är den första/)
      await hand.choose('Ändrade', 'sedan de först lästes in')
      expect(await section.locator('p').first().innerText()).toContain('sedan den först lästes in')
    },
  },
]
