import { html, type TemplateResult } from 'lit'
import type { UploadAnswer } from '../../../data/model/answers/uploads.ts'
import { isExtract } from '../../../data/model/upload.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'

/** By what the file and its approval can be told from anything else. */
export function receipt(upload: UploadAnswer, { receipt: words }: HandInTexts, context: Context): TemplateResult {
  const by = [upload.approvedBy, upload.secondedBy].filter((name) => name !== null).join(', ')
  const lines = [
    [words.sha256, upload.sha256],
    [words.by, by],
    [words.rules, upload.rules],
    [words.release, upload.release],
    [words.anchor, upload.anchor && `${upload.anchor.seq} ${upload.anchor.hash}`],
  ].filter(([, value]) => value)
  const page = { view: upload.source, place: upload.municipality }
  const isShown = upload.state === 'published' && isExtract(upload.source)
  return html`<section class="chapter" aria-labelledby="hand-in-receipt">
    <h2 id="hand-in-receipt">${words.title}</h2>
    <dl class="pairs hand-in-receipt">${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
    <p class="hand-in-links">
      <a href="/api/v1/uploads/${upload.id}/receipt.pdf?lang=${context.lang}">${words.pdf}</a>
      ${isShown ? link(words.seeIt, page, context) : ''}
    </p>
  </section>`
}
