import { readFileSync } from 'node:fs'

/** Version of the program, whose rules a file is held to. */
export const version: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
