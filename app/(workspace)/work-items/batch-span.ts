import { batchSize } from '#lib/work-items/schema'

/** Rows on both sides of the window that are loaded before they are seen. */
const margin = 40

/** The batches that a window of rows touches, as `first-last`: text, so that an equal window is the same value. */
export function batchSpan(firstRow: number, lastRow: number, count: number): string {
  const first = Math.floor(Math.max(0, firstRow - margin) / batchSize)
  const last = Math.floor(Math.min(count - 1, lastRow + margin) / batchSize)
  return `${first}-${Math.max(first, last)}`
}

export function batchesIn(span: string): readonly number[] {
  const [first = 0, last = 0] = span.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
