import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { MappingsAnswer } from '../../../data/model/answers/mappings.ts'
import type { ColumnSource, ExtractMapping } from '../../../data/model/extract-mapping.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import type { UploadProposal } from '../../../data/model/upload.ts'
import { handInIn } from '../../text/hand-in/index.ts'

type Format = MappingsAnswer['formats'][number]
type ProposedColumn = UploadProposal['columns'][number]
/** A mapping as it was corrected, and whether others may take it over. */
export type Mapped = { mapping: ExtractMapping; shared: boolean }

/** Column by column and code by code, how a file of the municipality's own is to be read: proposed, to be corrected. */
class MappingForm extends LitElement {
  static override properties = {
    proposal: { attribute: false },
    format: { attribute: false },
    lang: { attribute: false },
    canSend: { attribute: false },
    mapping: { state: true },
    shared: { state: true },
  }
  declare proposal: UploadProposal
  declare format: Format
  declare lang: Lang
  declare canSend: boolean
  declare mapping: ExtractMapping
  declare shared: boolean

  override createRenderRoot() {
    return this
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('proposal')) this.mapping = this.proposal.mapping
    this.shared ??= false
  }

  override render(): TemplateResult {
    const words = handInIn(this.lang).mapping
    const missing = this.format.columns.filter(({ id, required }) => required && !this.mapping.columns[id])
    return html`<section class="chapter" aria-labelledby="hand-in-translated">
      <h2 id="hand-in-translated">${words.title}</h2>
      <p>${words.lead}</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label="${words.heading}, ${words.target}">
        <table class="hand-in-mapping">
          <thead><tr><th scope="col">${words.heading}</th><th scope="col">${words.target}</th><th scope="col">${words.codes}</th></tr></thead>
          <tbody>${this.proposal.columns.map((column) => this.#row(column))}</tbody>
        </table>
      </div>
      ${this.#constants()}
      <p class="hand-in-missing" role="status">${missing.length > 0 ? words.missing(missing.map(({ title }) => title[this.lang]).join(', ')) : ''}</p>
      <div class="chooser"><label for="hand-in-system">${words.system}</label>
        <input id="hand-in-system" maxlength="60" .value=${this.mapping.system ?? ''} @change=${this.#name} /></div>
      <p><label><input type="checkbox" .checked=${this.shared} @change=${this.#share} /> ${words.shared}</label></p>
      ${this.canSend ? nothing : html`<p>${words.again}</p>`}
      <button class="button" ?disabled=${missing.length > 0 || !this.canSend} @click=${this.#save}>${words.save}</button>
    </section>`
  }

  #row(column: ProposedColumn): TemplateResult {
    const words = handInIn(this.lang).mapping
    if (column.rule !== null && column.target === null)
      return html`<tr><th scope="row">${column.letter} ${column.heading}</th><td colspan="2">${words.barred}</td></tr>`
    const target = this.#targetOf(column)
    const because = column.because && target === column.target ? words.because[column.because] : ''
    return html`<tr>
      <th scope="row">${column.letter} ${column.heading}</th>
      <td>
        <select aria-label="${words.target}: ${column.heading}" @change=${(event: Event) => this.#aim(column, (event.target as HTMLSelectElement).value)}>
          <option value="">${words.leaveOut}</option>
          ${this.format.columns.map(({ id, title }) => html`<option value=${id} ?selected=${id === target}>${title[this.lang]}</option>`)}
        </select>
        <small>${because}</small>
      </td>
      <td>${target === '' ? words.none : this.#codes(column, target)}</td>
    </tr>`
  }

  /** The column of the format that a column of the file is made into; empty for none. */
  #targetOf({ heading }: ProposedColumn): string {
    const found = Object.entries(this.mapping.columns).find(([, source]) => 'from' in source && source.from === heading)
    return found?.[0] ?? ''
  }

  #codes(column: ProposedColumn, target: string): TemplateResult {
    const words = handInIn(this.lang).mapping
    const source = this.mapping.columns[target]
    const format = this.format.columns.find(({ id }) => id === target)
    if (source && 'classes' in source) return html`${words.classes}`
    const known = codesOf(source)
    const codes = [...new Set([...column.examples.map(({ code }) => code), ...Object.keys(known)])]
    return html`<ul class="hand-in-codes">${codes.map((code) => {
      const rows = column.examples.find((example) => example.code === code)
      return html`<li><span>${code}${rows ? html` <small>(${words.rows(rows.rows)})</small>` : nothing}</span>
        ${this.#codeChoice(column, target, code, known[code] ?? '', format)}</li>`
    })}</ul>`
  }

  #codeChoice(
    column: ProposedColumn,
    target: string,
    code: string,
    value: string,
    format: Format['columns'][number] | undefined,
  ) {
    const words = handInIn(this.lang).mapping
    const change = (event: Event) => this.#recode(target, code, (event.target as HTMLSelectElement).value)
    const label = `${column.heading}: ${code}`
    const missing = format?.required ? [] : ['X', 'N']
    const options = [
      ...(format?.codes.map(({ id }) => id) ?? []),
      ...(format?.codes.length ? [] : ['0', '1']),
      ...missing,
    ]
    return html`<select aria-label=${label} @change=${change}>
      <option value="" ?selected=${value === ''}>${words.sameCode}</option>
      ${options.map((id) => html`<option value=${id} ?selected=${id === value}>${this.#titleOf(format, id)}</option>`)}
    </select>`
  }

  #titleOf(format: Format['columns'][number] | undefined, code: string): string {
    return format?.codes.find(({ id }) => id === code)?.title[this.lang] ?? code
  }

  /** Columns of the format that are the same for every row, such as the municipality. */
  #constants() {
    const words = handInIn(this.lang).mapping
    const placed = new Set(this.proposal.columns.map((column) => this.#targetOf(column)))
    const open = this.format.columns.filter(
      ({ id, required, codes, kind }) => required && !placed.has(id) && (codes.length > 0 || kind === 'municipality'),
    )
    return open.map(({ id, title, codes }) => {
      const source = this.mapping.columns[id]
      const value = source && 'constant' in source ? source.constant : ''
      if (codes.length === 0) return html`<p>${words.constant(title[this.lang])}: ${value}</p>`
      const change = (event: Event) => this.#fix(id, (event.target as HTMLSelectElement).value)
      return html`<div class="chooser"><label for="hand-in-constant-${id}">${words.constant(title[this.lang])}</label>
        <select id="hand-in-constant-${id}" @change=${change}>
          <option value="">${words.lacking}</option>
          ${codes.map((code) => html`<option value=${code.id} ?selected=${code.id === value}>${code.title[this.lang]}</option>`)}
        </select></div>`
    })
  }

  #aim({ heading }: ProposedColumn, target: string): void {
    const others = Object.entries(this.mapping.columns).filter(
      ([id, source]) => id !== target && !('from' in source && source.from === heading),
    )
    const columns: ExtractMapping['columns'] = Object.fromEntries(others)
    if (target !== '') columns[target] = this.#sourceFor(heading, target)
    const used = new Set(Object.values(columns).flatMap((source) => ('from' in source ? source.from : [])))
    const leftOut = this.proposal.columns.flatMap(({ heading: one, rule }) =>
      one === '' || rule !== null || used.has(one) ? [] : [one],
    )
    this.mapping = { ...this.mapping, columns, leftOut }
  }

  /** As proposed where that is what was proposed; else as it stands. */
  #sourceFor(heading: string, target: string): ColumnSource {
    const proposed = this.proposal.mapping.columns[target]
    return proposed && 'from' in proposed && proposed.from === heading ? proposed : { from: heading }
  }

  #recode(target: string, foreign: string, code: string): void {
    const source = this.mapping.columns[target]
    if (!source || !('from' in source) || typeof source.from !== 'string') return
    const known = codesOf(source)
    const codes = Object.fromEntries(Object.entries({ ...known, [foreign]: code }).filter(([, one]) => one !== ''))
    this.#put(target, Object.keys(codes).length > 0 ? { from: source.from, codes } : { from: source.from })
  }

  #fix(id: string, constant: string): void {
    const others = Object.entries(this.mapping.columns).filter(([one]) => one !== id)
    const columns: ExtractMapping['columns'] = Object.fromEntries(others)
    if (constant !== '') columns[id] = { constant }
    this.mapping = { ...this.mapping, columns }
  }

  #put(id: string, source: ColumnSource): void {
    this.mapping = { ...this.mapping, columns: { ...this.mapping.columns, [id]: source } }
  }

  #name = (event: Event) => {
    const system = (event.target as HTMLInputElement).value.trim()
    const { system: _, ...rest } = this.mapping
    this.mapping = system === '' ? rest : { ...rest, system }
  }

  #share = (event: Event) => {
    this.shared = (event.target as HTMLInputElement).checked
  }

  #save = () => {
    const { mapping, shared } = this
    this.dispatchEvent(new CustomEvent<Mapped>('mapped', { detail: { mapping, shared } }))
  }
}

/** Code by code, where a column is read that way. */
function codesOf(source: ColumnSource | undefined): Record<string, string> {
  return source && 'codes' in source && !Array.isArray(source.codes) ? source.codes : {}
}

customElements.define('js-mapping-form', MappingForm)
