import { html, nothing, type TemplateResult } from 'lit'
import type { CompareAnswer, CompareRow } from '../../../data/model/answers/compare.ts'
import type { PlacematAnswer } from '../../../data/model/answers/meetings.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { type Lang, swedishOrder, writeRange, writeValue } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import type { Room } from './room-parts.ts'

/** One figure of a placemat: the session's municipalities in order, one's own marked, no interpretation. */
export type Laid = {
  title: string
  unit: string
  period: number
  source: string
  rows: { name: string; value: string; range: string; own: boolean; share: number }[]
}

/** What placemats are laid from: which figures, and of whom. */
type Mat = Pick<PlacematAnswer, 'title' | 'indicators' | 'group' | 'municipalities' | 'blinded' | 'sample'>

/** The session's figures that have an indicator. */
export function matOf({ live }: Pick<Room, 'live'>): Mat {
  const { title, group, municipalities, blinded } = live.meeting
  const indicators = live.cards.flatMap(({ body }) => {
    const id = body.content.kind === 'figure' ? new URLSearchParams(body.content.query).get('indicator') : null
    return id ? [id] : []
  })
  const sample = live.release?.sample ?? false
  return { title, group, municipalities, blinded, indicators: [...new Set(indicators)], sample }
}

/** The figures as one municipality's placemat; the others by name or blinded. */
export async function laidFor(municipality: string, mat: Mat, lang: Lang): Promise<Laid[]> {
  const { placemat } = meetingsIn(lang)
  const question = { group: mat.municipalities.join(','), reference: mat.group }
  const answers = await Promise.all(
    mat.indicators.map((indicator) =>
      ask<CompareAnswer>('compare', { indicator, ...question }, lang).catch(() => null),
    ),
  )
  const blinded = blindNames(municipality, mat.municipalities, placemat.blindedName)
  const nameOf = (row: CompareRow) => (mat.blinded ? (blinded.get(row.municipality) ?? row.name) : row.name)
  return answers.flatMap((answer) => (answer ? [laid(answer, municipality, nameOf, lang)] : []))
}

/** The same municipality has the same number on every figure of a placemat, and another on every other placemat. */
function blindNames(own: string, all: readonly string[], name: (at: number) => string): Map<string, string> {
  const others = all.filter((code) => code !== own)
  const turn = all.indexOf(own)
  const turned = [
    ...others.slice(turn % (others.length || 1)),
    ...others.slice(0, turn % (others.length || 1)),
  ].reverse()
  return new Map(turned.map((code, at) => [code, name(at + 1)]))
}

function laid(answer: CompareAnswer, own: string, nameOf: (row: CompareRow) => string, lang: Lang): Laid {
  const { about, rows, period, source, processing } = answer
  const most = Math.max(0, ...rows.map(({ value }) => value ?? 0))
  const sign = about.direction === 'lower' ? 1 : -1
  const place = ({ value }: CompareRow) => (value === null ? Number.MAX_VALUE : sign * value)
  const ordered = [...rows].sort((a, b) => place(a) - place(b) || swedishOrder(nameOf(a), nameOf(b)))
  return {
    title: about.title,
    unit: about.unit,
    period,
    source: `${source} · ${processing}`,
    rows: ordered.map((row) => ({
      name: row.municipality === own ? row.name : nameOf(row),
      value: row.value === null ? missingWord(row.status, lang) : writeValue(row.value, about, lang),
      range: row.lower === null || row.upper === null ? '' : writeRange(row.lower, row.upper, about, lang),
      own: row.municipality === own,
      share: row.value === null || most === 0 ? 0 : Math.max(0, row.value / most),
    })),
  }
}

/** A placemat as it is printed: figures beside room to write. */
export function placematSheet(
  name: string,
  figures: readonly Laid[],
  { title, sample }: Mat,
  lang: Lang,
): TemplateResult {
  const words = meetingsIn(lang)
  return html`<section class="placemat">
    <h2>${words.placemat.lead(name)}</h2>
    <p class="quiet">${title}</p>
    ${sample ? html`<p class="notice">${words.placemat.sample}</p>` : nothing}
    <div class="placemat-figures">
      ${figures.map(
        (figure) => html`<figure>
          <figcaption><strong>${figure.title}</strong>, ${figure.period}</figcaption>
          <table>
            <tbody>
              ${figure.rows.map(
                (row) => html`<tr class=${row.own ? 'own' : ''}>
                  <th scope="row">${row.name}</th>
                  <td class="bar"><span style=${`width: ${(row.share * 100).toFixed(1)}%`}></span></td>
                  <td class="number">${row.value}</td>
                  <td class="number quiet">${row.range}</td>
                </tr>`,
              )}
            </tbody>
          </table>
          <p class="sources">${figure.source}</p>
          <p class="write">${words.placemat.write}</p>
        </figure>`,
      )}
    </div>
  </section>`
}
