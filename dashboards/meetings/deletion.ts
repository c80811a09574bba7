import type { DeletionReceipt } from '../../data/model/answers/meetings.ts'

let last: DeletionReceipt | null = null

/** The receipt of the session that was deleted last on this page, shown where one comes afterwards. */
export const lastDeletion = (): DeletionReceipt | null => last

export function noteDeletion(receipt: DeletionReceipt): void {
  last = receipt
}
