import { html, type TemplateResult } from 'lit'
import type { Column, SheetMapping } from '../../../data/model/workbook-mapping.ts'
import type { Understood, UnderstoodSheet } from '../../../data/model/workbook-understanding.ts'
import type { Context } from '../../page/view.ts'
import { type WorkbookTexts, workbookIn } from '../../text/workbook/index.ts'
import { columnFields } from './columns.ts'
import { withColumn, withYear } from './corrected.ts'
import { leftOut, placesFound, sheetsLeft } from './left-out.ts'
import { sheetPicture } from './picture.ts'

/** A workbook as it was understood, sheet by sheet, with fields to correct it in. @param correct takes the corrected sheets */
export function understoodSheets<Book extends Understood>(
  book: Book,
  context: Context,
  correct: (book: Book) => void,
): TemplateResult {
  const change = (at: number) => (changed: (sheet: UnderstoodSheet) => SheetMapping) =>
    correct({ ...book, sheets: book.sheets.map((sheet, number) => (number === at ? kept(sheet, changed) : sheet)) })
  return html`<datalist id="workbook-indicators">
      ${[...context.lists.indicators.values()].map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
    </datalist>
    ${book.sheets.map((sheet, number) => understoodSheet(sheet, number, context, change(number)))}
    ${sheetsLeft(book, workbookIn(context.lang))}`
}

type Change = (changed: (sheet: UnderstoodSheet) => SheetMapping) => void

/** What was understood stands beside the corrected mapping. */
const kept = (sheet: UnderstoodSheet, changed: (sheet: UnderstoodSheet) => SheetMapping): UnderstoodSheet => ({
  ...changed(sheet),
  about: sheet.about,
})

function understoodSheet(sheet: UnderstoodSheet, number: number, context: Context, change: Change): TemplateResult {
  const words = workbookIn(context.lang)
  const correct = (letter: string, column: Column) => change((before) => withColumn(before, letter, column))
  return html`<section class="chapter" aria-labelledby=${`sheet-${number}`}>
    <h2 id=${`sheet-${number}`}>${words.sheet(sheet.sheet)}</h2>
    <p>${words.header(sheet.about.header)} ${placesFound(sheet, words)}</p>
    ${sheetPicture(sheet.about.picture, sheet.sheet, words)}
    ${yearField(sheet, number, words, change)}
    <h3>${words.columns}</h3>
    <div class="workbook-columns">${columnFields({ sheet, number, context, correct })}</div>
    ${leftOut(sheet, words)}
  </section>`
}

/** One year for all columns that name none: where the file does not say it, it is said here once. */
function yearField(sheet: UnderstoodSheet, number: number, words: WorkbookTexts, change: Change): TemplateResult {
  const set = (event: Event) => {
    const year = (event.target as HTMLInputElement).value.trim()
    change((before) => withYear(before, /^\d{4}$/.test(year) ? Number(year) : undefined))
  }
  const id = `sheet-year-${number}`
  return html`<div class="chooser workbook-year">
    <label for=${id}>${words.sheetYear}</label>
    <input id=${id} inputmode="numeric" maxlength="4" placeholder=${words.asFound} .value=${String(sheet.period ?? '')} @change=${set} />
  </div>`
}
