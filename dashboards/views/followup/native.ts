import type { PairedRow } from '../../charts/paired-dots.ts'
import type { Panel, PanelDot } from '../../charts/panel.ts'
import type { Mark, Panels, RowDot, Rows } from '../../native-charts/chart.ts'

type Paired = {
  rows: readonly PairedRow[]
  scale: Rows['scale']
  unit: string
  /** What the filled dot stands for, and the ring; empty where nothing is compared with. */
  names: { own: string; group: string }
  zone?: { from: number; to: number; label: string } | null
  reference?: { at: number | null; name: string }
}

const unlimited = { lower: null, upper: null }

/** The own figures with intervals beside the group's, a row each, as PowerPoint draws them. */
export function pairedNative({ rows, scale, unit, names, zone = null, reference }: Paired): Rows {
  const at = reference?.at ?? null
  const decimals = scale && scale.max - scale.min <= 1 ? 1 : 0
  return {
    ...{ kind: 'rows', unit, decimals, scale, numbered: true, legend: names.group !== '' },
    marks: [
      ...(names.group === '' ? [] : [{ mark: 'compared' as const, name: names.group }]),
      { mark: 'own', name: names.own },
    ],
    rows: rows.map((row) => ({
      name: row.title,
      own: false,
      beside: row.written,
      dots: [
        { mark: 'compared', value: row.group, ...unlimited },
        { mark: 'own', value: row.own, lower: row.lower, upper: row.upper, bare: row.bounded },
      ],
    })),
    zones: zone ? [{ from: zone.from, to: zone.to, name: zone.label, as: 'field' }] : [],
    lines: [
      ...(zone ? [{ at: zone.from, name: zone.label, bare: true }] : []),
      ...(at === null ? [] : [{ at, name: reference!.name }]),
    ],
  }
}

/** The kinds of dots in the order that they are told apart by. */
const KINDS: readonly Mark[] = ['own', 'second', 'third']

/** A panel of dots as PowerPoint draws it; `kinds` names the dots of a row where it has several. */
export function panelNative({ title, rows, scale }: Panel, kinds: readonly string[], unit = ''): Rows {
  return {
    ...{ kind: 'rows', title, unit, scale, numbered: true, legend: kinds.length > 1 },
    decimals: scale.max - scale.min <= 1 ? 1 : 0,
    marks: [...kinds.map((name, at) => ({ mark: KINDS[at]!, name: name || title || ' ' }))],
    rows: rows.map((row) => ({
      name: row.title,
      own: row.strong === true,
      beside: row.dots.map(({ written }) => written).join(' · '),
      dots: row.dots.map(dotOf),
    })),
    ...{ zones: [], lines: [] },
  }
}

/** A figure of which only bounds are known has no dot between them. */
const dotOf = ({ kind, value, lower, upper, bounded }: PanelDot): RowDot => ({
  mark: KINDS[kind]!,
  ...{ value, lower, upper, bare: bounded },
})

/** Panels of dots, as many a slide as belong together. */
export const panelsNative = (panels: readonly Panel[], kinds: readonly string[], perSlide = 4): Panels => ({
  ...{ kind: 'panels', columns: 2, perSlide },
  panels: panels.map((panel) => panelNative(panel, kinds)),
})
