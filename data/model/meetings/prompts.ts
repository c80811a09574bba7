import type { Localized } from '../localized.ts'

/** Questions that a session can ask of its figures, in the order of the common reading. */
export const PROMPTS: readonly { id: string; text: Localized }[] = [
  { id: 'see', text: { sv: 'Vad ser vi?', en: 'What do we see?' } },
  { id: 'surprise', text: { sv: 'Vad förvånar oss?', en: 'What surprises us?' } },
  {
    id: 'context',
    text: { sv: 'Vilket sammanhang saknas i siffrorna?', en: 'What context do the figures lack?' },
  },
  {
    id: 'reading',
    text: {
      sv: 'Hur förstod vi frågan när vi svarade på den?',
      en: 'How did we read the question when we answered it?',
    },
  },
  {
    id: 'better',
    text: { sv: 'Vem gör det bättre, och vad gör de?', en: 'Who does better, and what do they do?' },
  },
  {
    id: 'chance',
    text: { sv: 'Vad här kan vara slump?', en: 'What here may be chance?' },
  },
  {
    id: 'explain',
    text: {
      sv: 'Vilka förklaringar är möjliga, och hur skulle vi kunna pröva dem?',
      en: 'Which explanations are possible, and how could we test them?',
    },
  },
  {
    id: 'whom',
    text: { sv: 'Vilka personer märker av det här, och hur?', en: 'Who is affected by this, and how?' },
  },
  {
    id: 'influence',
    text: { sv: 'Vad av detta kan vi själva påverka?', en: 'Which part of this can we influence ourselves?' },
  },
  {
    id: 'first',
    text: { sv: 'Vad är det minsta vi kan göra först?', en: 'What is the smallest thing we can do first?' },
  },
  {
    id: 'know',
    text: {
      sv: 'Hur vet vi om ett år att det hjälpte?',
      en: 'How will we know in a year that it helped?',
    },
  },
]
