import { html, nothing, type TemplateResult } from 'lit'
import type { CheckAnswer, Understood, UnderstoodSheet } from '../../../data/model/workbook-understanding.ts'
import type { WorkbookTexts } from '../../text/workbook/index.ts'

/** Rows and columns that are not read, each with its reason and how many. */
export function leftOut({ about }: UnderstoodSheet, words: WorkbookTexts): TemplateResult | typeof nothing {
  if (about.leftOut.length === 0) return nothing
  return html`<h3>${words.leftOut}</h3>
    <ul>
      ${about.leftOut.map(
        ({ what, at, reason, count, text }) =>
          html`<li>${words[what](at)} ${text ?? words.reasons[reason] ?? reason} ${what === 'column' ? words.cells(count) : words.rows(count)}</li>`,
      )}
    </ul>`
}

/** Whole sheets that are not read. */
export function sheetsLeft({ leftOut: sheets }: Understood, words: WorkbookTexts): TemplateResult | typeof nothing {
  if (sheets.length === 0) return nothing
  return html`<section class="chapter" aria-labelledby="workbook-sheets">
    <h2 id="workbook-sheets">${words.otherSheets}</h2>
    <ul>
      ${sheets.map(({ at, reason, count }) => html`<li>${at}: ${words.sheetReasons[reason] ?? reason} ${words.rows(count)}</li>`)}
    </ul>
  </section>`
}

/** How it is known where the municipalities stand. */
export function placesFound({ about: { places } }: UnderstoodSheet, words: WorkbookTexts): string {
  const { column, by, heading, filled, places: found, names, agreeing, disagreeing } = places
  return [
    words.places[by](column, heading, found, filled),
    names === undefined ? '' : words.agreeing(names, agreeing, disagreeing),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is wrong with the file, and what is to be asked. */
export function findingsOf({ findings }: CheckAnswer, words: WorkbookTexts): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing
  return html`<section class="chapter" aria-labelledby="workbook-findings">
    <h2 id="workbook-findings">${words.findings(findings.length)}</h2>
    <ul>
      ${findings.map(
        ({ row, column, severity, message }) =>
          html`<li><strong>${words.severity[severity]}${words.where(column, row)}:</strong> ${message}</li>`,
      )}
    </ul>
  </section>`
}
