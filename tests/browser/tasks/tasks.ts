import { expect } from 'vitest'
import type { Hand } from './hand.ts'

/** How well the way through Jämföraren is known: numbered steps are published, its functions are, or neither. */
type Basis = 'numbered steps' | 'functions' | 'estimate'

/** Something that a quality controller does, in Kolada's Jämföraren and here, with what must be seen in the end. */
export type Task = {
  title: string
  /** One click each. */
  jamforaren: readonly string[]
  basis: Basis
  /** Does it here, beginning at the start page with municipality and group chosen on an earlier visit. */
  carryOut(hand: Hand): Promise<void>
}

export const SOURCES: Readonly<Record<Basis, string>> = {
  'numbered steps': 'https://rka.nu/tjanster/anvandarstodkolada/liknandekommunerochlandsting.2271.html',
  functions: 'https://rka.nu/tjanster/anvandarstodkolada/jamforaren.2209.html',
  estimate: 'our own estimate, nothing published',
}

/** The way to an indicator's diagram, and from there to a group. */
const DIAGRAM = ['the area', 'its table', 'the sign for a comparison diagram at the indicator']
const TREND = ['the area', 'its table', 'the sign for a trend diagram at the indicator']
const GROUP = ['the list of groups', 'the group']
/** The other seven of a group of eight, one at a time. */
const SEVEN_OTHERS = ['the list of municipalities', ...Array(7).fill('one more municipality')]
const AS_PICTURE = ['the menu of the diagram', 'save as picture']
const INTO_WORD = ['insert in Word', 'picture', 'the file']

const figure = ({ page }: Hand, kind: string) => page.locator(`js-figure:has(figure[id^="${kind}-"])`)

/** Searches for an indicator and puts the first figure of its comparison into the selection. */
async function pick(hand: Hand, words: string): Promise<void> {
  await hand.search(words)
  await hand.click(figure(hand, 'rang').getByRole('button', { name: 'Lägg till i urval' }))
}

export const TASKS: readonly Task[] = [
  {
    title: 'See where Solna stands on long-term assistance among the municipalities of FoU Nordväst',
    jamforaren: [...DIAGRAM, ...GROUP],
    basis: 'functions',
    carryOut: async (hand) => {
      await hand.search('långvarigt ekonomiskt bistånd')
      expect(await figure(hand, 'rang').locator('[data-point^="Solna:"]').count()).toBeGreaterThan(0)
      expect(await figure(hand, 'rang').locator('[data-point]').count()).toBe(8)
    },
  },
  {
    title: 'See how it has developed over the years, against the middle half of the country',
    jamforaren: [...TREND, ...GROUP],
    basis: 'functions',
    carryOut: async (hand) => {
      await hand.search('långvarigt ekonomiskt bistånd')
      expect(await figure(hand, 'utveckling').locator('[data-point^="Solna 20"]').count()).toBeGreaterThan(1)
    },
  },
  {
    title: 'See the gap between women and men in the group',
    jamforaren: [...DIAGRAM, 'women', 'men'],
    basis: 'functions',
    carryOut: async (hand) => {
      await hand.search('långvarigt ekonomiskt bistånd')
      expect(await figure(hand, 'kon').locator('[data-point*="kvinnor"]').count()).toBeGreaterThan(3)
    },
  },
  {
    title: 'See what is worse than with the others in the whole of the social services',
    jamforaren: ['IFO', 'its table', 'disability', 'its table', 'older people', 'its table'],
    basis: 'functions',
    carryOut: async ({ page }) => {
      const worse = page.locator('.found', { has: page.getByRole('heading', { name: 'Tydligt sämre' }) })
      expect(await worse.locator('li').count()).toBeGreaterThan(0)
      expect(await worse.locator('li').first().innerText()).toContain('Solna')
    },
  },
  {
    title: 'See the eight municipalities side by side on everything about social services for children',
    jamforaren: [...SEVEN_OTHERS, 'the area', 'its table'],
    basis: 'functions',
    carryOut: async (hand) => {
      await hand.turnTo('Översikt')
      await hand.choose('Område', 'Social barn- och ungdomsvård')
      expect(await hand.page.locator('.matrix thead th:not(.corner)').count()).toBe(8)
      expect(await hand.page.locator('.matrix tbody tr').count()).toBeGreaterThan(15)
    },
  },
  {
    title: 'Get the same table into Excel',
    jamforaren: [...SEVEN_OTHERS, 'the area', 'its table', 'the sign for Excel'],
    basis: 'functions',
    carryOut: async (hand) => {
      await hand.turnTo('Översikt')
      await hand.choose('Område', 'Social barn- och ungdomsvård')
      const overview = figure(hand, 'oversikt')
      await hand.click(overview.locator('summary', { hasText: 'Spara som' }))
      const file = await hand.save(overview.getByRole('button', { name: 'Excel (XLSX)' }))
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
    },
  },
  {
    title: 'See the development of each municipality of the group',
    jamforaren: [...TREND, ...SEVEN_OTHERS],
    basis: 'functions',
    carryOut: async (hand) => {
      await hand.search('långvarigt ekonomiskt bistånd')
      expect(await figure(hand, 'var-for-sig').locator('.chart text', { hasText: 'Sollentuna' }).count()).toBe(1)
    },
  },
  {
    title: 'Find the municipalities that are most like Solna and compare with them',
    jamforaren: [
      'the focus',
      'Solna',
      'the search for an analysis',
      'the analysis',
      'carry out',
      'the table, for its functions',
      'replace the choice',
      'the search for an indicator',
      'the indicator',
      'show',
    ],
    basis: 'numbered steps',
    carryOut: async (hand) => {
      await hand.turnTo('Liknande')
      await hand.click(hand.page.getByRole('link', { name: 'Jämför med de här på alla sidor' }))
      await hand.turnTo('Jämför')
      expect(await figure(hand, 'rang').locator('[data-point]').count()).toBeGreaterThan(4)
      expect(await hand.page.getByLabel('Jämför med').locator('option:checked').innerText()).toContain('Liknar Solna')
    },
  },
  {
    title: 'See whether long-term assistance goes together with unemployment',
    jamforaren: [
      'the search for an indicator',
      'the first',
      'the search again',
      'the second',
      'the list of municipalities',
      'all',
      'the menu of diagrams',
      'the diagram of points',
    ],
    basis: 'estimate',
    carryOut: async (hand) => {
      await hand.search('långvarigt ekonomiskt bistånd')
      await hand.turnTo('Samband')
      expect(await hand.page.locator('main').innerText()).toMatch(/Långvarigt ekonomiskt bistånd.*arbetslös/is)
      expect(await hand.page.locator('svg.chart [data-point]').count()).toBeGreaterThan(200)
    },
  },
  {
    title: 'Put three comparisons into a Word document for the committee',
    jamforaren: [1, 2, 3].flatMap(() => [...DIAGRAM, ...GROUP, ...AS_PICTURE, ...INTO_WORD]),
    basis: 'estimate',
    carryOut: async (hand) => {
      await pick(hand, 'långvarigt ekonomiskt bistånd')
      await pick(hand, 'utredningstid barn')
      await pick(hand, 'nöjd med hemtjänsten')
      await hand.turnTo('Eget urval')
      expect(await hand.page.locator('svg.chart').count()).toBe(3)
      const file = await hand.save(hand.page.getByRole('button', { name: 'Word', exact: true }))
      expect(file.suggestedFilename()).toMatch(/\.docx$/)
    },
  },
]
