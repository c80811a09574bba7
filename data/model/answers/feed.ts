import { z } from 'zod'

export const FeedAnswer = z.object({
  id: z.string(),
  title: z.string(),
  language: z.enum(['sv', 'en']),
  updated: z.string(),
  page: z.string().describe('Where the feed is about, below the address of the service'),
  entries: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      updated: z.string(),
      sentences: z.array(z.string()).describe('What the release brought, revised and moved'),
    }),
  ),
})
export type FeedAnswer = z.infer<typeof FeedAnswer>
