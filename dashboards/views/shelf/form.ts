import { html, type TemplateResult } from 'lit'
import type { SourceAnswer } from '../../../data/model/answers/shelf.ts'
import { LONGEST_TEXT } from '../../../data/model/shelf/source.ts'
import type { Written } from '../../meetings/keep-source.ts'
import type { ShelfTexts } from '../../text/shelf/index.ts'
import { area, line, written } from '../meetings/room-parts.ts'

type Acts = { save(written: Written): void; stop(): void }

/** A source as it is written: new, or as it stands. */
export function sourceForm(before: SourceAnswer | null, words: ShelfTexts, { save, stop }: Acts): TemplateResult {
  const { fields } = words
  return html`<form class="panel source-form" @submit=${(event: Event) => save(read(event))}>
    <h2>${before?.title ?? words.add}</h2>
    ${line(fields.title, { name: 'title', value: before?.title ?? '', max: 200, required: true })}
    ${line(fields.author, { name: 'author', value: before?.author ?? '', max: 120 })}
    ${line(fields.year, { name: 'year', type: 'number', value: before?.year?.toString() ?? '' })}
    ${line(fields.theme, { name: 'theme', value: before?.theme ?? '', max: 80 })}
    ${line(fields.url, { name: 'url', type: 'url', value: before?.url ?? '' })}
    ${area(fields.text, { name: 'text', value: before?.text ?? '', max: LONGEST_TEXT })}
    <p class="quiet">${fields.textHint}</p>
    <label class="field"><span>${fields.file}</span><input type="file" name="file" accept="application/pdf,.pdf" /></label>
    <p class="quiet">${fields.fileHint}</p>
    <p class="buttons">
      <button class="button">${before ? words.save : words.keep}</button>
      <button class="button quiet" type="button" @click=${stop}>${words.stop}</button>
    </p>
  </form>`
}

function read(event: Event): Written {
  const { text } = written(event)
  const file = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
  const source = {
    title: text('title'),
    author: text('author'),
    year: Number(text('year')) || null,
    theme: text('theme'),
    url: text('url'),
  }
  return { source, text: text('text'), file: file ?? null }
}
