import { html, type TemplateResult } from 'lit'
import type { Picture, PictureRole } from '../../../data/model/workbook-understanding.ts'
import type { WorkbookTexts } from '../../text/workbook/index.ts'

/** The first rows of a sheet, each cell with what it was taken for: by colour, by sign, and in words. */
export function sheetPicture(picture: Picture, sheet: string, words: WorkbookTexts): TemplateResult {
  const roles = rolesIn(picture)
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${words.picture(sheet)}>
      <table class="sheet-picture">
        <caption class="visually-hidden">${words.picture(sheet)}</caption>
        <thead>
          <tr><td></td>${picture.columns.map((letter) => html`<th scope="col">${letter}</th>`)}</tr>
        </thead>
        <tbody>
          ${picture.rows.map(
            ({ row, cells }) => html`<tr>
              <th scope="row">${row}</th>
              ${cells.map(({ text, role }) => html`<td data-role=${role}>${text}<span class="visually-hidden"> ${words.roles[role]}</span></td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <ul class="picture-key">
      ${roles.map((role) => html`<li><span data-role=${role} aria-hidden="true"></span> ${words.roles[role]}</li>`)}
    </ul>`
}

function rolesIn({ rows }: Picture): PictureRole[] {
  const there = new Set(rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== '').map(({ role }) => role)))
  return [...there]
}
