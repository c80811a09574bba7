import type { Basket } from '../../basket/basket.ts'
import { changeKept, keptBasket } from '../../browser-storage/basket.ts'

/**
 * The selection that a page shows, as it is at the moment of asking: the one that this browser keeps, in every tab the same;
 * or one that came with a link, until something in it is changed, which makes it one's own.
 */
export class Shown {
  #came: Basket | null
  constructor(came: Basket | null = null) {
    this.#came = came
  }

  get isOwn(): boolean {
    return this.#came === null
  }

  read(): Basket {
    return this.#came ?? keptBasket()
  }

  /** Kept before this returns. */
  change(how: (now: Basket) => Basket): void {
    const came = this.#came
    this.#came = null
    changeKept((kept) => how(came ?? kept))
  }
}
