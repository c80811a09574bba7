import { html, nothing, type TemplateResult } from 'lit'
import type { UploadAnswer } from '../../../data/model/answers/uploads.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import type { UploadFinding } from '../../../data/model/upload.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'

const MOST_PLACES = 12

/** What is wrong, and what to look at: by rule, with every place and how to come there in a spreadsheet. */
export function findings(
  { id, report, understanding }: UploadAnswer,
  words: HandInTexts,
  lang: Lang,
): TemplateResult | typeof nothing {
  if (!report || report.findings.length === 0) return nothing
  const files = `/api/v1/uploads/${id}/findings`
  return html`<section class="chapter" aria-labelledby="hand-in-findings">
    <h2 id="hand-in-findings">${report.ok ? words.findings.warnings : words.findings.title}</h2>
    ${byRule(report.findings).map((alike) => group(alike, words, understanding !== null))}
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

/** What the fields below, of how a workbook was understood, answer. */
const ANSWERED_BELOW = [
  'ambiguous-column',
  'derived-column',
  'duplicate',
  'period',
  'sex',
  'span',
  'text-column',
  'two-readings',
  'unit',
  'unknown-column',
]

function howToMend({ row, letter, rule }: UploadFinding, words: HandInTexts, isUnderstood: boolean): string | null {
  if (isUnderstood && ANSWERED_BELOW.includes(rule)) return words.findings.below
  return row !== null && letter !== null ? words.findings.how(row, letter) : null
}

function group(alike: UploadFinding[], words: HandInTexts, isUnderstood: boolean): TemplateResult {
  const [first] = alike as [UploadFinding]
  const shown = alike.slice(0, MOST_PLACES)
  const left = alike.length - shown.length
  const how = howToMend(first, words, isUnderstood)
  return html`<div class="hand-in-rule ${first.severity}">
    <p><strong>${first.message}</strong> ${words.findings.count(alike.length)}</p>
    <ul>
      ${shown.map(({ row, letter, column }) => html`<li>${words.findings.where(row, letter, column)}</li>`)}
      ${left > 0 ? html`<li>${words.findings.more(left)}</li>` : nothing}
    </ul>
    ${how === null ? nothing : html`<p class="hand-in-how">${how}</p>`}
  </div>`
}
