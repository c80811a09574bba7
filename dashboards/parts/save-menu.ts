import { html, LitElement } from 'lit'
import { kindOf, pickedQuery } from '../basket/picked.ts'
import { fileName } from '../exports/file-name.ts'
import { copyPicture, FILES, type File, fileOf, type Shown } from '../exports/saving.ts'
import { type FigureSpec, nameOf } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { download } from './download.ts'
import { groupForPlacemats } from './placemat-group.ts'

type Way = File | 'placemats' | 'copy' | 'link' | 'meeting'
const WAYS: readonly Way[] = [...FILES, 'placemats', 'copy', 'link', 'meeting']

/** Every form in which a figure can be carried away. */
class SaveMenu extends LitElement {
  static override properties = {
    spec: { attribute: false },
    context: { attribute: false },
    width: { attribute: false },
    say: { attribute: false },
  }
  declare spec: FigureSpec
  declare context: Context
  /** How wide the figure is drawn on the page when it is saved, in pixels. */
  declare width: () => number
  /** Told how it went, for the figure's live region. */
  declare say: (words: string) => void

  override createRenderRoot() {
    return this
  }

  override render() {
    const { figure } = this.context.texts
    return html`<details class="save" @keydown=${this.#escape} @focusout=${this.#leave}>
      <summary aria-label=${`${figure.save} ${nameOf(this.spec)}`}>${figure.save}</summary>
      <ul>
        ${this.#ways().map((way) => html`<li><button @click=${() => this.#save(way)}>${figure.saveAs[way]}</button></li>`)}
      </ul>
    </details>`
  }

  /** A page a municipality only where there is a group of them, and one's own to be replaced. */
  #ways(): Way[] {
    const hasMats = this.context.state.municipality !== '' && groupForPlacemats(this.context) !== null
    return WAYS.filter((way) => way !== 'placemats' || hasMats)
  }

  #escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#close()
  }

  #leave = (event: FocusEvent) => {
    if (!this.contains(event.relatedTarget as Node | null)) this.#fold()
  }

  #close() {
    this.querySelector<HTMLElement>('summary')?.focus()
    this.#fold()
  }

  #fold() {
    this.querySelector('details')?.removeAttribute('open')
  }

  async #save(way: Way) {
    this.#close()
    const shown = { spec: this.spec, context: this.context, width: this.width() }
    if (way === 'placemats') this.say(this.context.texts.figure.makingPlacemats)
    if (way === 'meeting') this.say(await added(shown))
    else if (way === 'placemats') this.say(await savedPlacemats(shown))
    else this.say(way === 'copy' || way === 'link' ? await copied(way, shown) : await saved(way, shown))
  }
}

customElements.define('js-save-menu', SaveMenu)

/** Copies, and says how that went. */
function copied(way: 'copy' | 'link', shown: Shown): Promise<string> {
  const { figure } = shown.context.texts
  const address = `${location.href.split('#')[0]}#${shown.spec.name}`
  const put = way === 'copy' ? copyPicture(shown) : navigator.clipboard.writeText(address)
  return put.then(
    () => (way === 'copy' ? figure.copied : figure.linkCopied),
    () => figure.notCopied,
  )
}

/** Puts the figure on the agenda of an analysis session; what that takes is fetched with the first. */
const added = async ({ spec, context }: Shown): Promise<string> =>
  (await import('./add-to-meeting.ts')).addToMeeting(spec, context)

/** The figure as it is for each municipality of the group. */
function savedPlacemats({ spec, context }: Shown): Promise<string> {
  const group = groupForPlacemats(context)!
  const picked = { query: pickedQuery(context.state, spec), figure: kindOf(spec.name), comment: '' }
  const made = import('./placemats.ts').then(({ placematsOf }) => placematsOf([picked], group, group.name, context))
  return download(made, `${fileName(`${context.texts.figure.placemats} ${group.name}`)}.docx`, context.texts)
}

const saved = (format: File, shown: Shown): Promise<string> =>
  download(fileOf(format, shown), `${shown.spec.name}.${format}`, shown.context.texts)

/**
 * @param width how wide the figure is drawn on the page, in pixels
 * @param say told how it went
 */
export const saveMenu = (spec: FigureSpec, context: Context, width: () => number, say: (words: string) => void) =>
  html`<js-save-menu .spec=${spec} .context=${context} .width=${width} .say=${say}></js-save-menu>`
