import { z } from 'zod'
import { wholeIndicatorId } from './indicator-id.ts'
import { localizedSchema } from './localized.ts'

/** What sort of quantity a value is; it decides how it is drawn, summarised and given an interval. */
export const kinds = ['share', 'rate', 'mean', 'amount', 'count', 'yesno', 'ordinal', 'index'] as const
/** Which way is better; neutral where neither can be defended. */
export const directions = ['higher', 'lower', 'neutral'] as const

/** Kolada's ids: a letter and five digits. */
export const koladaIdSchema = z.string().regex(/^[NU]\d{5}$/)
/** Whose figures an indicator holds. */
export const indicatorSources = ['Kolada', 'Öppna jämförelser', 'Egna uppgifter'] as const

export const indicatorSchema = z.strictObject({
  id: z.string().regex(wholeIndicatorId),
  area: z.string().min(1),
  /** What the area is called, where the catalogue has none of that id. */
  areaName: localizedSchema.optional(),
  /** Section within the area, null where the area has none. */
  sub: z.string().min(1).nullable(),
  /** Shown first, before the indicators that go deeper. */
  core: z.boolean(),
  title: localizedSchema,
  /** At most 45 characters, for charts and tables. */
  short: z.strictObject({ sv: z.string().min(1).max(45), en: z.string().min(1).max(45) }),
  /** Canonical unit, a key of units.json. */
  unit: z.string().min(1),
  /** The unit as it stands behind a number. */
  unitText: localizedSchema,
  kind: z.enum(kinds),
  direction: z.enum(directions),
  directionReason: localizedSchema,
  /** One sentence on what the figure says. */
  says: localizedSchema,
  /** One sentence on why it matters. */
  matters: localizedSchema,
  /** Whether it is published for women and men too, in at least some years. */
  bySex: z.boolean(),
  /** Whether it is of children and young people: women and men are then called girls and boys. */
  children: z.boolean(),
  /** How the source codes yes and no; everything stored is 1/0. */
  yesNoCoding: z.enum(['1/0', '1/2']).nullable(),
  /** The value is cases per this many: 100 for shares, 1 000 or more for rates. */
  multiplier: z.number().int().positive().nullable(),
  /** Lowest and highest possible value, where there is one. */
  scale: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
  /**
   * The indicator that counts the n below the line: value = cases / n × multiplier.
   * For the user surveys it is the number who answered at least one question, a ceiling for the n of a single question.
   */
  base: koladaIdSchema.nullable(),
  /** Why no base is given, or why an interval would be wrong; null where there is one, or where nobody has looked. */
  baseReason: localizedSchema.nullable(),
  /** What the grades of a scale are called, from the lowest; null where they have no names. */
  grades: z.array(z.strictObject({ value: z.number().int(), name: localizedSchema })).nullable(),
  /** What people call it where the source has another word: they find it by these. */
  otherWords: z.array(z.string()),
  /** Decimals to show. */
  decimals: z.number().int().min(0).max(6),
  source: z.enum(indicatorSources),
  /** The last year it was collected; null while it lives. */
  discontinued: z.number().int().min(2000).nullable(),
  /** Who has reviewed the definition and when; null for one that came with a file. */
  checkedBy: z.string().min(1).nullable(),
  reviewed: z.iso.date().nullable(),
  nextReview: z.iso.date().nullable(),
})
export type Indicator = z.infer<typeof indicatorSchema>

/** Indicators of this area say what sort of place a municipality is, not how its social services do. */
export const BACKGROUND = 'bakgrund'

/** Only there because others are shares of what it counts: nobody has reviewed it as saying something itself. */
export const isOnlyBase = ({ area, source, reviewed }: Pick<Indicator, 'area' | 'source' | 'reviewed'>): boolean =>
  area === BACKGROUND && source === 'Kolada' && reviewed === null

/** Kolada's indicators outside the catalogue stand in areas of their own, by Kolada's division. */
export const KOLADA_AREA = 'kolada-'

/** Not of the reviewed catalogue but of all of Kolada's: nobody has judged which way is better. */
export const isOutsideCatalogue = ({ area }: Pick<Indicator, 'area'>): boolean => area.startsWith(KOLADA_AREA)

export const areaSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: localizedSchema,
  subs: z.array(z.strictObject({ id: z.string().regex(/^[a-z-]+$/), name: localizedSchema })),
})
/** A field of social services, with its sections if it has any. */
export type Area = z.infer<typeof areaSchema>
