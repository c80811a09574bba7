import type { TemplateResult } from 'lit'
import type { State } from '../../address/state.ts'
import type { Context } from '../../page/view.ts'
import { type SelectOption, select } from '../../parts/select.ts'
import { followupIn } from '../../text/followup/index.ts'
import { printedPeriod, type Scope } from './scope.ts'

const RUNS = [3, 5]

/** A year, or several together: what is too small in one year can often be shown over three. */
export function yearsChooser({ years, begin }: Scope, { state, lang, texts, go }: Context): TemplateResult {
  const words = followupIn(lang)
  const [latest] = years
  const single = years.map((year) => ({ value: String(year), label: String(year) }))
  const runs = latest === undefined ? [] : [...RUNS, years.length].flatMap((length) => runOf(latest, length, years))
  const newest = `${texts.choose.latest} (${begin})`
  const offered = [...single, ...runs].some(({ value }) => value === state.years)
  const chosen = state.years === '' || offered ? [] : [{ value: state.years, label: printedPeriod(state.years) }]
  return select({
    name: 'years',
    label: texts.choose.period,
    value: state.years,
    options: [{ value: '', label: newest }, ...chosen],
    sections: [
      { label: words.oneYear, options: single },
      { label: words.severalYears, options: distinct(runs) },
    ],
    choose: (chosenYears) => go({ years: chosenYears }),
  })
}

function runOf(latest: number, length: number, years: readonly number[]): SelectOption[] {
  const first = latest - length + 1
  const held = years.filter((year) => year >= first).length
  return length > 1 && held > 1 ? [{ value: `${first}-${latest}`, label: `${first}–${latest}` }] : []
}

const distinct = (options: SelectOption[]): SelectOption[] =>
  options.filter(({ value }, at) => options.findIndex((other) => other.value === value) === at)

/** By what the figures are broken down: one dimension, or sex beside another. */
export function splitChooser({ instrument }: Scope, context: Context, none: string): TemplateResult {
  const { state, lang, go } = context
  const words = followupIn(lang)
  const titleOf = (id: string) => instrument.dimensions.find((dimension) => dimension.id === id)?.title ?? id
  return select({
    name: 'split',
    label: words.split,
    value: state.split,
    options: [{ value: '', label: none }],
    sections: [
      { label: words.one, options: instrument.dimensions.map(({ id, title }) => ({ value: id, label: title })) },
      {
        label: words.two,
        options: instrument.crossings.map(([a, b]) => ({
          value: `${a},${b}`,
          label: `${titleOf(a)} × ${titleOf(b).toLowerCase()}`,
        })),
      },
    ],
    choose: (split) => go({ split }),
  })
}

type Listed = 'reading' | 'focus' | 'module' | 'occasion' | 'split'

/** A list of what the page can show instead. @param unasked what it shows where the address says nothing */
export function listChooser(
  name: Listed,
  label: string,
  { options, unasked }: { options: readonly SelectOption[]; unasked: string },
  { state, go }: Context,
): TemplateResult {
  const chosen = options.some(({ value }) => value === state[name]) ? state[name] : unasked
  const choose = (value: string) => go({ [name]: value === unasked ? '' : value } as Partial<State>)
  return select({ name, label, value: chosen, options, choose })
}
