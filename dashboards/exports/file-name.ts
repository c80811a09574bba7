const LONGEST = 60

/** A title as a file name that every system takes: "Solna ligger lägst" → "solna-ligger-lagst". */
export function fileName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replace(/^-+|-+$/g, '') || 'figur'
  )
}
