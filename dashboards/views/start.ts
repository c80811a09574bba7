import { html, type TemplateResult } from 'lit'
import type { StandoutAnswer } from '../../data/model/answers/standout.ts'
import { writeDate } from '../../data/model/dates.ts'
import { inPlace, membersOf } from '../../data/model/findings/whom.ts'
import { ask } from '../api-client/ask.ts'
import type { Context, View } from '../page/view.ts'
import { link } from '../parts/link.ts'
import { startIn } from '../text/start/index.ts'
import { askJudged } from './start/judged.ts'
import { askNews, type News, newsSection } from './start/news.ts'
import { standout } from './start/standout.ts'

type Begun = { standout: StandoutAnswer | null; news: News; judged: TemplateResult | '' }

/** More of each than are shown, so that none is missed where some have no sentence to show. */
const ASKED = 6

/** What stands out, where a municipality is chosen; a page to choose on, where none is; and what the release brought and says of what was decided. */
async function askAll(context: Context): Promise<Begun> {
  const { state, lang } = context
  const question = { municipality: state.municipality, reference: state.group, count: ASKED, also: state.mine }
  const [found, news, judged] = await Promise.all([
    state.municipality === '' ? null : ask<StandoutAnswer>('standout', question, lang),
    askNews(context),
    askJudged(context),
  ])
  return { standout: found, news, judged }
}

function show({ standout: found, news, judged }: Begun, context: Context): TemplateResult {
  const texts = startIn(context.lang)
  return html`<header class="finding">
      <h1 tabindex="-1">${titleOf(found, context)}</h1>
      <p>${found === null ? texts.lead : texts.against(membersOf(found.reference, context.lang))}</p>
    </header>
    <div class="standout">${found === null ? '' : standout(found, context)} ${judged} ${newsSection(news, context)} ${next(context)}</div>
    ${aboutData(context)}`
}

/** Where one can go from here; the page of follow-up figures and the others in the order of the menu. */
function next(context: Context): TemplateResult {
  const texts = startIn(context.lang)
  const steps = Object.entries(texts.steps)
  return html`<section class="found next-steps">
    <h2>${texts.next}</h2>
    <ul>
      ${steps.map(([view, label]) => html`<li>${link(label, { view }, context)}</li>`)}
    </ul>
  </section>`
}

function aboutData(context: Context): TemplateResult | string {
  const { texts, lists, lang } = context
  const { release } = lists
  if (release === null) return ''
  const built = writeDate(release.builtAt, lang)
  return html`<p class="about-data">
    ${startIn(lang).release(release.id, built)} ${link(texts.views.about, { view: 'about' }, context)}
  </p>`
}

const titleOf = (found: StandoutAnswer | null, { lang }: Context) =>
  found === null ? startIn(lang).title : startIn(lang).standoutIn(inPlace(found.name, lang))

export const view: View<Begun> = {
  choosers: ['municipality', 'group'],
  ask: askAll,
  title: ({ standout: found }, context) => titleOf(found, context),
  show,
}
