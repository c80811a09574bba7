import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie, a link or a token. Only its digest is ever stored. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret: SHA-256, which is enough for what nobody can guess. */
export const digestOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
