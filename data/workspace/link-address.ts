import type { Settings } from '../settings.ts'

/** The address that people use: the one of the settings, else the one that the service listens on. */
export function originOf({ JAMSIDES_ADDRESS, HOST, PORT }: Settings, listening = `http://${HOST}:${PORT}`): string {
  return JAMSIDES_ADDRESS ? new URL(JAMSIDES_ADDRESS).origin : listening
}

/** A one-time link. Its secret stands behind the #, which no browser sends and no log keeps. */
export const linkAddress = (origin: string, secret: string): string => `${origin}/?view=link#${secret}`
