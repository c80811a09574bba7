import { html, nothing, type TemplateResult } from 'lit'
import { BY_ROW, type Column } from '../../../data/model/workbook-mapping.ts'
import type { ColumnAbout, UnderstoodSheet } from '../../../data/model/workbook-understanding.ts'
import type { Context } from '../../page/view.ts'
import { type WorkbookTexts, workbookIn } from '../../text/workbook/index.ts'
import { type Choice, choiceOf, columnOf } from './corrected.ts'

/** What a reader may change of a sheet. */
export type Correcting = {
  sheet: UnderstoodSheet
  number: number
  context: Context
  correct(letter: string, column: Column): void
}

/** Every column with numbers: what it was taken for, why, three examples, and fields to correct it in. */
export function columnFields(correcting: Correcting): TemplateResult[] {
  return Object.keys(correcting.sheet.columns).map((letter) => columnField(letter, correcting))
}

function columnField(letter: string, correcting: Correcting): TemplateResult {
  const { sheet, number, context, correct } = correcting
  const words = workbookIn(context.lang)
  const column = sheet.columns[letter] ?? null
  const about = sheet.about.columns[letter]
  const choice = choiceOf(column)
  const change = (changed: Partial<Choice>) => correct(letter, columnOf({ ...choice, ...changed }, column ?? KEPT))
  const left = sheet.about.leftOut.find(({ what, at }) => what === 'column' && at === letter)
  return html`<fieldset class="workbook-column">
    <legend>${words.columnField(letter, sheet.headings?.[letter] ?? '')}</legend>
    <p><label><input type="checkbox" .checked=${choice.read} @change=${(event: Event) => change(turned(event, choice))} /> ${words.read}</label></p>
    ${!choice.read && left ? html`<p class="why">${left.text ?? words.reasons[left.reason] ?? left.reason} ${words.cells(left.count)}</p>` : nothing}
    ${choice.read ? fields(`${number}-${letter}`, choice, context, change) : nothing}
    ${choice.read && sheet.about.twofold.includes(letter) ? decimalField(`${number}-${letter}`, choice, words, change) : nothing}
    ${choice.read && about ? because(about, words) : nothing}
    ${about && about.examples.length > 0 ? examples(about, words) : nothing}
  </fieldset>`
}

/** Stands for a column that nothing was known of. */
const KEPT = null
/** An id to begin with where a column that was left out is to be read. */
const turned = (event: Event, { id }: Choice): Partial<Choice> => {
  const read = (event.target as HTMLInputElement).checked
  return { read, id: read && id === '' ? NEW_ID : id }
}
const NEW_ID = 'lokal'

function fields(id: string, choice: Choice, { lang, lists }: Context, change: (changed: Partial<Choice>) => void) {
  const words = workbookIn(lang)
  const set = (name: keyof Choice) => (event: Event) => change({ [name]: (event.target as HTMLInputElement).value })
  const isKnown = choice.id === BY_ROW || lists.indicators.has(choice.id)
  return html`<div class="workbook-fields">
    <div class="chooser"><label for="id-${id}">${words.indicator}</label>
      <input id="id-${id}" list="workbook-indicators" .value=${choice.id} @change=${set('id')} />
      <small>${isKnown ? (lists.indicators.get(choice.id)?.title ?? words.byRow) : words.unknown}</small></div>
    ${isKnown ? nothing : html`<div class="chooser"><label for="title-${id}">${words.title}</label><input id="title-${id}" .value=${choice.title} @change=${set('title')} /></div>`}
    <div class="chooser"><label for="sex-${id}">${words.sex}</label>
      <select id="sex-${id}" @change=${set('sex')}>${words.sexes.map(([value, label]) => html`<option value=${value} ?selected=${value === choice.sex}>${label}</option>`)}</select></div>
    <div class="chooser"><label for="period-${id}">${words.year}</label>
      <input id="period-${id}" inputmode="numeric" maxlength="4" placeholder=${words.asFound} .value=${choice.period} @change=${set('period')} /></div>
    <div class="chooser"><label for="factor-${id}">${words.factor}</label>
      <select id="factor-${id}" @change=${set('factor')}>${words.factors.map(([value, label]) => html`<option value=${value} ?selected=${value === choice.factor}>${label}</option>`)}</select></div>
  </div>`
}

/** Where texts of the column may be thousands or decimals. */
function decimalField(
  id: string,
  { decimal }: Choice,
  words: WorkbookTexts,
  change: (changed: Partial<Choice>) => void,
) {
  const set = (event: Event) => change({ decimal: (event.target as HTMLSelectElement).value })
  return html`<div class="workbook-fields"><div class="chooser"><label for="decimal-${id}">${words.decimal}</label>
    <select id="decimal-${id}" @change=${set}>${words.decimals.map(([value, label]) => html`<option value=${value} ?selected=${value === decimal}>${label}</option>`)}</select></div></div>`
}

/** What each guess rests on, in words. */
function because(about: ColumnAbout, words: WorkbookTexts): TemplateResult {
  const lines = [
    [words.indicator, about.title ?? words.byRow, about.indicatorWhy],
    [words.sex, words.sexOf(about.sex), about.sexWhy],
    [words.year, about.period === null ? words.byRow : String(about.period), about.periodWhy],
    [words.unit, about.unit ?? words.byRow, about.unitWhy],
  ] as const
  return html`<dl class="workbook-why">
    ${lines.map(([name, value, why]) => html`<div><dt>${name}</dt><dd>${value} <small>${words.because[why] ?? why}</small></dd></div>`)}
  </dl>`
}

function examples({ examples: some }: ColumnAbout, words: WorkbookTexts): TemplateResult {
  return html`<table class="workbook-examples">
    <caption>${words.examples}</caption>
    <thead><tr><th scope="col">${words.cell}</th><th scope="col">${words.shown}</th><th scope="col">${words.stored}</th></tr></thead>
    <tbody>
      ${some.map(({ cell, shown, stored }) => html`<tr><th scope="row">${cell}</th><td>${shown}</td><td>${words.number(stored)}</td></tr>`)}
    </tbody>
  </table>`
}
