import type { Localized } from '../localized.ts'
import type { Content } from './card.ts'
import { PROMPTS } from './prompts.ts'

/** A step of a template: a card as it is made, or the figures of the area, which take as many cards as there are. */
export type Step =
  | { title: Localized; minutes: number; content: Localized | { prompt: string } | Made; speaker?: Localized }
  | { figures: 'core' | 'few' | 'asi' | 'ubu'; minutes: number }
type Made = Extract<Content, { kind: 'actions' }> | { kind: 'better' } | { kind: 'vote' | 'grade'; text: Localized }

/** A ready agenda. */
export type Template = {
  id: string
  name: Localized
  purpose: Localized
  /** Whether the area of Öppna jämförelser is chosen with it. */
  needsArea: boolean
  steps: readonly Step[]
}

const ask = (id: string, minutes: number): Step => ({
  title: PROMPTS.find((prompt) => prompt.id === id)!.text,
  minutes,
  content: { prompt: id },
})

/** Who does better on the first of the figures: the card that finds them. */
const better = (minutes: number): Step => ({
  title: PROMPTS.find((prompt) => prompt.id === 'better')!.text,
  minutes,
  content: { kind: 'better' },
})

const welcome: Step = {
  title: { sv: 'Välkomna', en: 'Welcome' },
  minutes: 5,
  content: {
    sv: 'Vi läser våra siffror tillsammans: först vad vi ser, sedan hur vi förstår det, sist vad vi gör åt det. En siffra är en fråga, inte ett betyg.',
    en: 'We read our figures together: first what we see, then how we understand it, last what we do about it. A figure is a question, not a mark.',
  },
  speaker: {
    sv: 'Låt alla säga namn och kommun. Visa koden för dem som vill skriva från telefonen.',
    en: 'Let everybody say name and municipality. Show the code to those who want to write from their telephone.',
  },
}

const lastYear: Step = {
  title: { sv: 'Förra årets åtgärder', en: "Last year's actions" },
  minutes: 15,
  content: { kind: 'actions', of: 'previous' },
}

const decide = (minutes: number): Step => ({
  title: { sv: 'Utvecklingsmål och åtgärder', en: 'Development goals and actions' },
  minutes,
  content: { kind: 'actions', of: 'this' },
})

const effort = (minutes: number): Step => ({
  title: { sv: 'Var ska vi lägga kraften?', en: 'Where should we put our effort?' },
  minutes,
  content: {
    kind: 'vote',
    text: {
      sv: 'Lägg prickar på det som ni vill arbeta med i år.',
      en: 'Put dots on what you want to work with this year.',
    },
  },
})

const grade: Step = {
  title: { sv: 'Hur var mötet?', en: 'How was the meeting?' },
  minutes: 5,
  content: {
    kind: 'grade',
    text: { sv: 'Mötet hjälpte oss att se vad vi ska göra.', en: 'The meeting helped us to see what to do.' },
  },
}

/** The agendas that a session can begin from. */
export const TEMPLATES: readonly Template[] = [
  {
    id: 'oj',
    name: { sv: 'Genomgång av ett område i Öppna jämförelser', en: 'Review of an area of Öppna jämförelser' },
    purpose: {
      sv: 'Läsa områdets siffror tillsammans och bestämma vad kommunerna gör åt dem.',
      en: 'Read the figures of the area together and decide what the municipalities do about them.',
    },
    needsArea: true,
    steps: [
      welcome,
      lastYear,
      ask('reading', 10),
      { figures: 'core', minutes: 10 },
      ask('see', 15),
      ask('surprise', 10),
      ask('context', 10),
      better(15),
      effort(10),
      decide(25),
      grade,
    ],
  },
  {
    id: 'asi',
    name: { sv: 'Årlig genomgång av ASI', en: 'Yearly review of ASI' },
    purpose: {
      sv: 'Se vilka problem klienterna har, vad som ändras till uppföljningen och vad det betyder för vårt arbete.',
      en: 'See which problems the clients have, what changes until the follow-up and what that means for our work.',
    },
    needsArea: false,
    steps: [
      welcome,
      lastYear,
      ask('reading', 10),
      { figures: 'asi', minutes: 15 },
      ask('see', 15),
      ask('whom', 15),
      ask('explain', 15),
      effort(10),
      decide(25),
      grade,
    ],
  },
  {
    id: 'ubu',
    name: { sv: 'Genomgång av UBU, familjehem', en: 'Review of UBU, family homes' },
    purpose: {
      sv: 'Läsa barnens, vårdnadshavarnas och socialsekreterarnas svar bredvid varandra.',
      en: 'Read the answers of children, guardians and social workers side by side.',
    },
    needsArea: false,
    steps: [
      welcome,
      lastYear,
      ask('reading', 10),
      { figures: 'ubu', minutes: 15 },
      ask('see', 15),
      ask('whom', 15),
      ask('influence', 15),
      decide(25),
      grade,
    ],
  },
  {
    id: 'followup',
    name: { sv: 'Uppföljning av förra årets åtgärder', en: "Follow-up of last year's actions" },
    purpose: {
      sv: 'Se vad som hände med det vi bestämde, och besluta: fortsätta, ändra eller sluta.',
      en: 'See what became of what we decided, and decide: keep on, change or end.',
    },
    needsArea: false,
    steps: [welcome, { ...lastYear, minutes: 40 }, ask('explain', 15), ask('know', 10), decide(25), grade],
  },
  {
    id: 'half-day',
    name: { sv: 'Halvdag', en: 'Half a day' },
    purpose: {
      sv: 'En halvdag från siffra till beslut, med tid för varje kommun.',
      en: 'Half a day from figure to decision, with time for each municipality.',
    },
    needsArea: true,
    steps: [
      welcome,
      { ...lastYear, minutes: 20 },
      ask('reading', 15),
      { figures: 'core', minutes: 15 },
      ask('see', 20),
      { title: { sv: 'Paus', en: 'Break' }, minutes: 20, content: { sv: 'Paus.', en: 'Break.' } },
      ask('explain', 20),
      better(20),
      effort(10),
      decide(40),
      grade,
    ],
  },
  {
    id: 'short',
    name: { sv: '45 minuter', en: '45 minutes' },
    purpose: { sv: 'Tre siffror, en diskussion, ett beslut.', en: 'Three figures, one discussion, one decision.' },
    needsArea: true,
    steps: [{ figures: 'few', minutes: 5 }, ask('see', 10), ask('influence', 8), decide(12)],
  },
]
