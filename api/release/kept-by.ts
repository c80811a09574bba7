/** Reads what is first asked for, and keeps it; what could not be read is read again. */
export function keptBy<Key, T>(read: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const kept = new Map<Key, Promise<T>>()
  return (key) => {
    const reading = kept.get(key) ?? read(key)
    kept.set(key, reading)
    reading.catch(() => kept.delete(key))
    return reading
  }
}
