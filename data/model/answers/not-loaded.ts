import { z } from 'zod'

export const NotLoadedAnswer = z.object({
  count: z.number().int().describe('Indicators found'),
  indicators: z
    .array(
      z.object({
        id: z.string(),
        title: z.string().describe('Kolada’s own title, in Swedish'),
        command: z.string().describe('What fetches its values'),
      }),
    )
    .describe('The best answer first'),
})
export type NotLoadedAnswer = z.infer<typeof NotLoadedAnswer>
