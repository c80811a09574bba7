import { html, type TemplateResult } from 'lit'
import { type KeyItem, signOf } from '../charts/key.ts'

/** What is drawn in a figure, below it: each sign with its words. */
export const keyList = (items: readonly KeyItem[]): TemplateResult =>
  html`<ul class="key">${items.map(({ sign, word }) => html`<li>${signOf(sign)} ${word}</li>`)}</ul>`
