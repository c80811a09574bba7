import { noChange } from 'lit'
import { AsyncDirective } from 'lit/async-directive.js'
import { directive } from 'lit/directive.js'
import { followKept } from '../browser-storage/basket.ts'

type Read = () => unknown

class Followed extends AsyncDirective {
  #read: Read = () => noChange
  #leave: (() => void) | undefined

  override render(read: Read) {
    this.#read = read
    if (this.isConnected) this.#follow()
    return read()
  }

  override disconnected() {
    this.#leave?.()
    this.#leave = undefined
  }

  override reconnected() {
    this.#follow()
  }

  #follow() {
    this.#leave ??= followKept(() => this.setValue(this.#read()))
  }
}

/** What is read of the kept basket, shown anew whenever that changes, in this tab or another. */
export const followed = directive(Followed)
