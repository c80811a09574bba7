import { z } from 'zod'
import { wholeIndicatorId } from '../indicator-id.ts'
import { partId, text } from './fields.ts'

/** Who sees a card: everybody, only those who lead, or nobody yet but those. */
const cardVisibilities = ['all', 'leaders'] as const

const Query = z.string().max(2000)
const IndicatorId = z.string().regex(wholeIndicatorId)

/** A figure of any page, by the address that shows it: live, in the session's release. */
const FigureContent = z.strictObject({
  kind: z.literal('figure'),
  query: Query,
  figure: z.string().max(40),
  /**
   * What the figure asks of protected figures, as the service is asked it: `aggregate?instrument=asi&…`. Those who take part
   * see the answers to these and no others. Only who may read protected figures can write them.
   */
  asks: z
    .array(
      z
        .string()
        .max(4000)
        .regex(/^(aggregate|adjusted)\?[\x21-\x7e]*$/),
    )
    .max(24)
    .default([]),
})

/** A text with tokens, such as `{värde:N31814:Solna}`, that are filled from the session's release. */
const TextContent = z.strictObject({ kind: z.literal('text'), text: text(4000) })
const QuestionContent = z.strictObject({ kind: z.literal('question'), text: text(1000).min(1) })

/** A source: where it is found, and its own words, which stay when the page goes. */
const SourceContent = z.strictObject({
  kind: z.literal('source'),
  text: text(20_000),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  year: z.number().int().min(1900).max(2100).nullable(),
  theme: text(80),
  /** Where it stands on the knowledge shelf, with its whole text and its file; null where it does not. */
  source: partId.nullable().default(null),
})

/** Participants place their own municipality before its figure is shown. */
const GuessContent = z.strictObject({
  kind: z.literal('guess'),
  indicator: IndicatorId,
  period: z.number().int().min(1900).max(2100),
  shown: z.boolean(),
})

/** Where to put our effort: each has so many dots to spread over the options. */
const VoteContent = z.strictObject({
  kind: z.literal('vote'),
  text: text(500).min(1),
  options: z.array(text(120).min(1)).min(2).max(20),
  dots: z.number().int().min(1).max(10),
  shown: z.boolean(),
})

/** A question answered on four grades by those present, and shown as the dots they are. */
const GradeContent = z.strictObject({
  kind: z.literal('grade'),
  text: text(500).min(1),
  shown: z.boolean(),
})

/** Those who do clearly better and are like one's own, with what they do. */
const BetterContent = z.strictObject({ kind: z.literal('better'), indicator: IndicatorId })

/** The actions of the session before, judged; or those that this one decides. */
const ActionsContent = z.strictObject({ kind: z.literal('actions'), of: z.enum(['previous', 'this']) })

export const Content = z.discriminatedUnion('kind', [
  FigureContent,
  TextContent,
  QuestionContent,
  SourceContent,
  GuessContent,
  VoteContent,
  GradeContent,
  BetterContent,
  ActionsContent,
])
export type Content = z.infer<typeof Content>
export type CardKind = Content['kind']

/** One thing of the agenda. */
export const Card = z.strictObject({
  title: text(160),
  /** Place in the order; equal weights keep the order of making. */
  weight: z.number().int().min(-1_000_000).max(1_000_000),
  /** Minutes set aside for it. */
  minutes: z.number().int().min(0).max(480),
  /** What the one who leads wants to remember; others never see it. */
  speaker: text(4000),
  visibility: z.enum(cardVisibilities),
  /** What is new in its figure since the session before. */
  news: text(500),
  content: Content,
})
export type Card = z.infer<typeof Card>
