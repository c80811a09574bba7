import { html, nothing, type TemplateResult } from 'lit'
import type { Lang } from '../../../data/model/numbers.ts'
import { isExtract, type UploadSource } from '../../../data/model/upload.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'
import type { HandInAnswer } from './asked.ts'

type Chosen = { municipality: string; source: UploadSource; mapping: string }

type Choosing = {
  answer: HandInAnswer
  chosen: Chosen
  files: readonly Blob[]
  words: HandInTexts
  lang: Lang
  choose(change: Partial<Chosen>): void
  take(files: readonly Blob[]): void
  send(): void
}

/** What the file is, how it is read, and the file itself: chosen or dropped. */
export function chooseFile(choosing: Choosing): TemplateResult {
  const { words, files, answer, take, send } = choosing
  const megabytes = Math.round(answer.uploads.largestBytes / 1024 / 1024)
  return html`<form class="hand-in-form" @submit=${submitting(send)}>
    <div class="choosers">${sourceChooser(choosing)} ${municipalityChooser(choosing)} ${mappingChooser(choosing)}</div>
    <p class="hand-in-links">${templateLinks(choosing)}</p>
    <div class="hand-in-drop" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropping(take)}>
      <label for="hand-in-files">${words.choose.drop}: ${words.choose.file}</label>
      <input id="hand-in-files" type="file" multiple accept=".csv,.xlsx,.txt,.gz" @change=${picking(take)} />
      <span>${words.choose.limit(megabytes)}</span>
    </div>
    ${files.length > 1 ? html`<p>${words.choose.left(files.length - 1)}</p>` : nothing}
    <button class="button" ?disabled=${files.length === 0}>${words.choose.send}</button>
  </form>`
}

const submitting = (send: () => void) => (event: Event) => {
  event.preventDefault()
  send()
}

const dropping = (take: Choosing['take']) => (event: DragEvent) => {
  event.preventDefault()
  take([...(event.dataTransfer?.files ?? [])])
}

const picking = (take: Choosing['take']) => (event: Event) =>
  take([...((event.target as HTMLInputElement).files ?? [])])

/** A workbook of Öppna jämförelser is all municipalities'. */
function municipalityChooser({ answer, chosen, words, choose }: Choosing) {
  if (chosen.source === 'oj') return html`<p>${words.choose.allMunicipalities}</p>`
  const { municipalities } = answer.uploads
  const options = municipalities.map(({ code, name }) => ({ id: code, title: name }))
  return chooser('municipality', words.choose.municipality, options, chosen.municipality, (municipality) =>
    choose({ municipality }),
  )
}

function sourceChooser({ answer, chosen, words, choose }: Choosing) {
  const options = answer.uploads.sources.map((id) => ({ id, title: words.choose.sources[id] }))
  return chooser('source', words.choose.source, options, chosen.source, (source) =>
    choose({ source: source as UploadSource, mapping: '' }),
  )
}

function mappingChooser({ answer, chosen, words, choose }: Choosing) {
  const kept = answer.mappings.mappings.filter(({ mapping }) => mapping.instrument === chosen.source)
  if (kept.length === 0) return nothing
  const options = kept.map(({ id, municipality, system }) => ({
    id,
    title: municipality === null ? words.choose.sharedMapping(system) : words.choose.ownMapping(system),
  }))
  const plain = { id: '', title: words.choose.plain }
  return chooser('mapping', words.choose.mapping, [plain, ...options], chosen.mapping, (mapping) => choose({ mapping }))
}

type Option = { id: string; title: string }

function chooser(name: string, label: string, options: Option[], value: string, change: (id: string) => void) {
  const id = `hand-in-${name}`
  return html`<div class="chooser">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      ${options.map((option) => html`<option value=${option.id} ?selected=${option.id === value}>${option.title}</option>`)}
    </select>
  </div>`
}

function templateLinks({ chosen: { source }, words, lang }: Choosing) {
  if (source === 'oj') return html`${words.choose.anyLayout}`
  const survey = html`<a href="/api/v1/templates/survey.xlsx?lang=${lang}">${words.choose.survey}</a>`
  return html`<a href="/api/v1/templates/${source}.csv">${words.choose.template} (CSV)</a>
    <a href="/api/v1/templates/${source}.xlsx?lang=${lang}">${words.choose.codebook} (xlsx)</a>
    ${isExtract(source) ? nothing : survey}`
}
