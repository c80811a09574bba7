import { z } from 'zod'

/** Id of a session or of a part of one: made by whoever makes the thing, so that a retry is the same thing. */
export const partId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

/** A municipality's four digits. */
export const code = z.string().regex(/^\d{4}$/)

/** What somebody writes: at most so many characters, without control characters but line breaks and tabs. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
