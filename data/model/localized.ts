import { z } from 'zod'

const text = z.string().trim().min(1)

/** A text for people in both languages; Swedish is the first. */
export const localizedSchema = z.strictObject({ sv: text, en: text })
export type Localized = z.infer<typeof localizedSchema>
