import { html, nothing, type TemplateResult } from 'lit'
import type { UploadAnswer } from '../../../data/model/answers/uploads.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import type { UploadFinding } from '../../../data/model/upload.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'

const MOST_PLACES = 12

/** What is wrong, and what to look at: by rule, with every place and how to come there in a spreadsheet. */
export function findings(
  { id, report }: UploadAnswer,
  words: HandInTexts,
  lang: Lang,
): TemplateResult | typeof nothing {
  if (!report || report.findings.length === 0) return nothing
  const files = `/api/v1/uploads/${id}/findings`
  return html`<section class="chapter" aria-labelledby="hand-in-findings">
    <h2 id="hand-in-findings">${report.ok ? words.findings.warnings : words.findings.title}</h2>
    ${byRule(report.findings).map((alike) => group(alike, words))}
    <p class="hand-in-links">
      <a href="${files}.csv?lang=${lang}">${words.findings.csv}</a>
      <a href="${files}.xlsx?lang=${lang}">${words.findings.xlsx}</a>
    </p>
  </section>`
}

function byRule(found: readonly UploadFinding[]): UploadFinding[][] {
  const groups = new Map<string, UploadFinding[]>()
  for (const finding of found) {
    const key = `${finding.severity} ${finding.rule} ${finding.message}`
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return [...groups.values()]
}

function group(alike: UploadFinding[], words: HandInTexts): TemplateResult {
  const [first] = alike as [UploadFinding]
  const shown = alike.slice(0, MOST_PLACES)
  const left = alike.length - shown.length
  return html`<div class="hand-in-rule ${first.severity}">
    <p><strong>${first.message}</strong> ${words.findings.count(alike.length)}</p>
    <ul>
      ${shown.map(({ row, letter, column }) => html`<li>${words.findings.where(row, letter, column)}</li>`)}
      ${left > 0 ? html`<li>${words.findings.more(left)}</li>` : nothing}
    </ul>
    ${first.row !== null && first.letter !== null ? html`<p class="hand-in-how">${words.findings.how(first.row, first.letter)}</p>` : nothing}
  </div>`
}
