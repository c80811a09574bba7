import { searcher } from '../../data/model/search.ts'

/** What can be chosen; `words` are found by but not shown, and `asked` must stand in the question for it to be found at all. */
export type Option = { value: string; label: string; note?: string; words?: string; asked?: RegExp }

/** A search over options that forgives spelling, the best answer first. */
export function searchAmong(options: readonly Option[]): (query: string) => Option[] {
  const search = searcher(
    options.map((option) => ({
      id: option.value,
      title: option.label,
      more: `${option.words ?? ''} ${option.note ?? ''}`,
      option,
    })),
  )
  return (query) => search(query, options.length).map(({ option }) => option)
}

/** What was found near, and what came from further off behind it; but those near that answer fewer of the question's words stand last. */
export function together(query: string, near: readonly Option[], further: readonly Option[]): Option[] {
  const best = new Set(searchAmong([...near, ...further])(query))
  return [...near.filter((one) => best.has(one)), ...further, ...near.filter((one) => !best.has(one))]
}
