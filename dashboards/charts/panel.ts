/** One figure; `kind` says which of the chart's kinds it is of. Null is a figure that is not shown. */
export type PanelDot = {
  kind: number
  value: number | null
  lower: number | null
  upper: number | null
  /** Only bounds are known: a bar from end to end, without a dot. */
  bounded: boolean
  /** Beside the dot, where a row has only one: `4,4 (n ≈ 40)`, `visas inte`. */
  written: string
  label: string
}
export type PanelRow = { id: string; title: string; dots: readonly PanelDot[]; strong?: boolean }
export type Panel = {
  id: string
  title: string
  rows: readonly PanelRow[]
  scale: { min: number; max: number }
  ticks: readonly number[]
}
