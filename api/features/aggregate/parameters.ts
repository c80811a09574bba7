import { z } from 'zod'
import { instruments } from '../../../data/instruments/index.ts'

const LONGEST = 8000

const list = (item: RegExp, most: number, about: string) =>
  z
    .string()
    .max(LONGEST)
    .transform((text) => text.split(','))
    .refine((items) => items.length <= most && items.every((one) => item.test(one)))
    .describe(about)

const ID = /^[\p{L}\p{N}-]{1,64}$/u
const MEASURE = /^[a-z0-9_]{1,80}$/
const DIMENSION = /^[a-z_]{1,40}$/
const CHOICE = /^[a-z_]{1,40}:[a-z0-9_+-]{1,40}$/

/** What may be asked of the follow-up data. What is not in the catalogue is refused later, with the same body. */
export const aggregateParameters = z.object({
  instrument: z.enum(instruments.map(({ id }) => id)).describe('Id of an instrument'),
  measure: list(MEASURE, 100, 'Ids of its measures, each once, with commas between them'),
  places: list(ID, 500, 'Municipality codes and group ids, each once, with commas between them').optional(),
  municipalities: list(
    /^\d{4}$/,
    300,
    'A group made up on the spot: municipality codes, each once, with commas',
  ).optional(),
  periods: list(/^\d{4}(-\d{4})?$/, 60, 'Years such as 2023 and runs of years such as 2021-2023, each once'),
  by: list(DIMENSION, 2, 'Broken down by a dimension, or by sex and one other').optional(),
  where: list(CHOICE, 2, 'Only a category, as dimension:category')
    .transform((items) =>
      items.map((item) => {
        const [dimension, category] = item.split(':') as [string, string]
        return { dimension, category }
      }),
    )
    .optional(),
})
