import { z } from 'zod'
import { partId } from './fields.ts'

/** What one participant answers at a guess, a vote or a grade: hidden from others until the card is shown. */
export const Answer = z.strictObject({
  card: partId,
  /** Null where it is hidden from the one who reads. */
  value: z
    .union([
      z.strictObject({ guess: z.number().finite() }),
      z.strictObject({ dots: z.array(z.number().int().min(0).max(10)).max(20) }),
      z.strictObject({ grade: z.number().int().min(1).max(4) }),
    ])
    .nullable(),
})
export type Answer = z.infer<typeof Answer>
