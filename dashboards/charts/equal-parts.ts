/** A list in as few parts as hold at most so many each, the parts as equal as they can be; one empty part of nothing. */
export function equalParts<T>(list: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(list.length / most))
  return Array.from({ length: count }, (_, at) =>
    list.slice(Math.round((at * list.length) / count), Math.round(((at + 1) * list.length) / count)),
  )
}
