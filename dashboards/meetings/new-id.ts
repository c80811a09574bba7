const BYTES = 18

/** A new id for a session or a part of one: letters enough that no two are ever the same. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
