import { expect } from 'vitest'
import type { Hand } from './hand.ts'

/**
 * What a quality controller comes to do, from the start page with the municipality and the group already chosen.
 * `kolada` are the clicks of the same in Kolada's Jämföraren, from the same start, as RKA's and SKR's instructions describe
 * it (rka.nu, "Jämföraren" and "Verktyget liknande kommuner"; skr.se, "Så här använder du Jämföraren"), counted by the
 * same rules from the described steps (not tried out there); null where no such thing is described.
 */
export type Task = {
  task: string
  clicks: number
  kolada: { clicks: number; steps: string } | null
  run(hand: Hand): Promise<void>
}

const main = ({ page }: Hand) => page.locator('main').textContent()
const figure = ({ page }: Hand, name: string) => page.locator(`figure[id^="${name}"]`)
const saved = async (hand: Hand, button: string) => {
  const [download] = await Promise.all([
    hand.page.waitForEvent('download'),
    hand.click(hand.page.locator('js-figure').first().getByRole('button', { name: button })),
  ])
  return download.suggestedFilename()
}

const TO_INDICATOR = 'verksamhet, delområde, symbolen vid nyckeltalet'

export const TASKS: readonly Task[] = [
  {
    task: 'Vad sticker ut hos oss?',
    clicks: 0,
    kolada: null,
    run: async (hand) => expect(await main(hand)).toContain('Det här sticker ut i Solna'),
  },
  {
    task: 'Var står vi i FoU Nordväst när det gäller barn i familjer med bistånd?',
    clicks: 1,
    kolada: { clicks: 5, steps: `${TO_INDICATOR}; öppna kommungrupper, välj gruppen` },
    run: async (hand) => {
      await hand.goTo('bistånd barn', /indicator=U31803/)
      await expect.poll(() => figure(hand, 'rang').textContent()).toContain('Sundbyberg')
    },
  },
  {
    task: 'Hur har det utvecklats?',
    clicks: 1,
    kolada: { clicks: 3, steps: TO_INDICATOR },
    run: async (hand) => {
      await hand.goTo('bistånd barn', /indicator=U31803/)
      await expect.poll(() => figure(hand, 'utveckling').locator('svg').count()).toBe(1)
    },
  },
  {
    task: 'Hur ligger vi bland alla kommuner, och var i landet finns de andra?',
    clicks: 1,
    kolada: { clicks: 5, steps: `${TO_INDICATOR}; öppna kommungrupper, välj alla kommuner` },
    run: async (hand) => {
      await hand.goTo('bistånd barn', /indicator=U31803/)
      await expect.poll(() => figure(hand, 'karta').locator('[data-point]').count()).toBe(290)
      await expect.poll(() => figure(hand, 'fordelning').locator('svg').count()).toBe(1)
    },
  },
  {
    task: 'Hur såg det ut 2022?',
    clicks: 3,
    kolada: { clicks: 7, steps: `${TO_INDICATOR}; öppna kommungrupper, välj gruppen; öppna visningsår, välj år` },
    run: async (hand) => {
      await hand.goTo('bistånd barn', /indicator=U31803/)
      await hand.pick('År', '2022')
      expect(await main(hand)).toContain('Solna 2022')
    },
  },
  {
    task: 'Vilka kommuner liknar vår mest, om ett mått inte ska räknas?',
    clicks: 2,
    kolada: {
      clicks: 8,
      steps: 'Fri sökning, verktyget; öppna fokus, välj; öppna nyckeltal, välj; inställningar, vikt',
    },
    run: async (hand) => {
      await hand.click(hand.page.getByRole('link', { name: 'Liknande kommuner' }))
      const slider = hand.page.locator('.weights input').first()
      hand.clicks += 1
      await slider.fill('0')
      await hand.page.waitForURL(/weights=0%2C/)
      expect(await main(hand)).toContain('liknar Solna mest')
    },
  },
  {
    task: 'Hur ligger vi bland dem som liknar oss mest?',
    clicks: 3,
    kolada: {
      clicks: 8,
      steps: 'Fri sökning, verktyget; öppna fokus, välj; öppna nyckeltal, välj; ersätt urvalet, visa',
    },
    run: async (hand) => {
      await hand.click(hand.page.getByRole('link', { name: 'Liknande kommuner' }))
      await hand.click(hand.page.getByRole('link', { name: 'Jämför med de här på alla sidor' }))
      await hand.click(hand.page.getByRole('link', { name: 'Jämför', exact: true }))
      expect(await main(hand)).toContain('i Liknar Solna')
    },
  },
  {
    task: 'Hänger bistånd ihop med arbetslöshet?',
    clicks: 1,
    kolada: null,
    run: async (hand) => {
      await hand.click(hand.page.getByRole('link', { name: 'Samband' }))
      expect(await main(hand)).toMatch(/samband|Samband/)
      expect(await main(hand)).toContain('Öppet arbetslösa')
    },
  },
  {
    task: 'Spara rangordningen som ett diagram som går att ändra i PowerPoint.',
    clicks: 3,
    kolada: null,
    run: async (hand) => {
      await hand.goTo('bistånd barn', /indicator=U31803/)
      await hand.click(hand.page.locator('js-figure summary', { hasText: 'Spara som' }).first())
      expect(await saved(hand, 'PowerPoint')).toMatch(/^rang-U31803.*\.pptx$/)
    },
  },
  {
    task: 'Gör ett underlag till nämnden i Word: rangordning och utveckling, med en kommentar.',
    clicks: 6,
    kolada: null,
    run: async (hand) => {
      await hand.goTo('bistånd barn', /indicator=U31803/)
      for (const name of ['rang', 'utveckling']) {
        await hand.click(figure(hand, name).getByRole('button', { name: 'Lägg till i urval' }))
      }
      await hand.click(hand.page.getByRole('link', { name: 'Eget urval' }))
      await hand.click(hand.page.getByLabel('Kommentar').first())
      await hand.page.keyboard.type('Till nämnden i maj.')
      const [download] = await Promise.all([
        hand.page.waitForEvent('download'),
        hand.click(hand.page.getByRole('button', { name: 'Word', exact: true })),
      ])
      expect(download.suggestedFilename()).toBe('eget-urval.docx')
    },
  },
]
