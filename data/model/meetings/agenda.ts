import type { Lang } from '../numbers.ts'
import type { Card, Content } from './card.ts'
import { PROMPTS } from './prompts.ts'
import type { Step, Template } from './templates.ts'

/** What an agenda is made for. */
export type Occasion = {
  lang: Lang
  group: string
  /** The municipality that figures of the whole country are seen from; a group's figures single out none. */
  municipality: string
  /** The area's indicators with values, in the catalogue's order; `judged` where better is up or down. */
  indicators: readonly { id: string; short: string; core: boolean; judged: boolean }[]
  /** There is a session before, whose actions come first. */
  hasPrevious: boolean
}

const GAP = 1000
const MOST_FIGURES = 8
const FEW_FIGURES = 3

/** Figures of the follow-up pages, by the pages' own names for them. */
const FOLLOWUP_FIGURES = {
  asi: ['fordelning', 'profil', 'forandring'],
  ubu: ['glapp', 'situation', 'svarande'],
} as const

const FIGURE_TITLES: Record<string, Record<Lang, string>> = {
  fordelning: { sv: 'Problemens tyngd', en: 'Weight of the problems' },
  profil: { sv: 'De sju områdena', en: 'The seven areas' },
  forandring: { sv: 'Från grund till uppföljning', en: 'From baseline to follow-up' },
  glapp: { sv: 'Barnens och de vuxnas svar', en: "The children's and the adults' answers" },
  situation: { sv: 'Barnens situation', en: "The children's situation" },
  svarande: { sv: 'Vilka som har svarat', en: 'Who has answered' },
}

/** The cards of a template, in order. */
export function agendaOf(template: Template, occasion: Occasion): Card[] {
  const made = template.steps.flatMap((step) => cardsOf(step, occasion))
  return made.map((card, index) => ({ ...card, weight: (index + 1) * GAP }))
}

const blank = { weight: 0, speaker: '', visibility: 'all', news: '' } as const

function cardsOf(step: Step, occasion: Occasion): Card[] {
  if ('figures' in step) return figureCards(step, occasion)
  const { lang, hasPrevious } = occasion
  const { content } = step
  if ('kind' in content && content.kind === 'actions' && content.of === 'previous' && !hasPrevious) return []
  const made = contentOf(content, occasion)
  return [
    { ...blank, title: step.title[lang], minutes: step.minutes, speaker: step.speaker?.[lang] ?? '', content: made },
  ]
}

function contentOf(content: Extract<Step, { content: unknown }>['content'], occasion: Occasion): Content {
  const { lang } = occasion
  if ('prompt' in content) return questionOf(content.prompt, lang)
  if (!('kind' in content)) return { kind: 'text', text: content[lang] }
  if (content.kind === 'better') return betterOf(occasion)
  if (content.kind === 'actions') return { kind: 'actions', of: content.of }
  if (content.kind === 'grade') return { kind: 'grade', text: content.text[lang], shown: false }
  return { kind: 'vote', text: content.text[lang], options: optionsOf(occasion), dots: 3, shown: false }
}

const questionOf = (prompt: string, lang: Lang): Content => ({
  kind: 'question',
  text: PROMPTS.find(({ id }) => id === prompt)!.text[lang],
})

/** Of the first of the session's figures that can be better or worse; the question alone where none can. */
function betterOf({ indicators, lang }: Occasion): Content {
  const judged = chosen(
    indicators.filter((one) => one.judged),
    1,
  )[0]
  return judged ? { kind: 'better', indicator: judged.id } : questionOf('better', lang)
}

const FALLBACK_OPTIONS: Record<Lang, string[]> = {
  sv: ['Arbetssätt', 'Samverkan', 'Kompetens'],
  en: ['Ways of working', 'Cooperation', 'Competence'],
}

function optionsOf({ indicators, lang }: Occasion): string[] {
  const shown = chosen(indicators, MOST_FIGURES).map(({ short }) => short)
  return shown.length >= 2 ? shown : FALLBACK_OPTIONS[lang]
}

const chosen = (indicators: Occasion['indicators'], most: number) => {
  const core = indicators.filter((one) => one.core)
  return (core.length > 0 ? core : indicators).slice(0, most)
}

type FiguresStep = Extract<Step, { figures: unknown }>

function figureCards({ figures, minutes }: FiguresStep, occasion: Occasion): Card[] {
  const { group, municipality, indicators, lang } = occasion
  if (figures === 'asi' || figures === 'ubu')
    return FOLLOWUP_FIGURES[figures].map((figure) => ({
      ...blank,
      title: FIGURE_TITLES[figure]![lang],
      minutes,
      content: { kind: 'figure', query: query({ view: figures, place: group }), figure, asks: [] },
    }))
  return chosen(indicators, figures === 'few' ? FEW_FIGURES : MOST_FIGURES).map(({ id, short }) => ({
    ...blank,
    title: short,
    minutes,
    content: {
      kind: 'figure',
      query: query({ view: 'compare', ...(group === 'all' && { municipality }), group, indicator: id }),
      figure: 'rang',
      asks: [],
    },
  }))
}

const query = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString()
