'use client'
import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo } from 'react'
import type { SearchInput, SearchResult } from '#lib/work-items/schema'
import { Button } from '#ui/button'
import { useMedia } from '#ui/media'
import { ProblemNotice } from '#ui/problem-notice'
import { batchSpan } from './batch-span'
import { columnsOf, features, LoadedRowsContext, layoutOf } from './columns'
import { CompactRow, GridHeader, GridRow } from './grid-row'
import { useBatches } from './use-batches'
import { useGridKeys } from './use-grid-keys'

interface ResultsGridProps {
  readonly ref: RefObject<HTMLTableElement | null>
  readonly input: SearchInput
  readonly result: SearchResult
  readonly openItem: number | undefined
  readonly onOpen: (id: number) => void
}

/** Only rows in view exist in the page; two lines each on a phone, one line of columns elsewhere. */
function useRows({ ref, result }: ResultsGridProps) {
  const isWide = useMedia('(min-width: 640px)')
  const columns = useMemo(() => columnsOf(result.columns), [result.columns])
  const data = useMemo(() => result.ids.map((id) => ({ id })), [result.ids])
  const table = useTable({ features, columns, data })
  const { rows } = table.getRowModel()
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => (isWide ? 36 : 64),
    // The header stands above the rows in the same scroller, so the last row in view ends that much lower.
    scrollPaddingEnd: isWide ? 40 : 0,
    overscan: 8,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of all rows changes with the width
  useEffect(() => virtualizer.measure(), [virtualizer, isWide])
  return { isWide, table, rows, virtualizer, visible: virtualizer.getVirtualItems() }
}

/**
 * The virtualised table. To assistive technology it is a grid that takes the focus itself and names its active row,
 * because rows come and go while it scrolls.
 */
export function ResultsGrid(props: ResultsGridProps) {
  const { ref, input, result, openItem, onOpen } = props
  const { isWide, table, rows, virtualizer, visible } = useRows(props)
  const loaded = useBatches(input, result, batchSpan(visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0, rows.length))
  const openAt = (index: number) => onOpen(result.ids[index] ?? 0)
  const { active, setActive, onKeyDown } = useGridKeys({
    count: rows.length,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onOpen: openAt,
  })
  const layout = isWide ? layoutOf(result.columns) : undefined
  const Row = isWide ? GridRow : CompactRow

  return (
    <LoadedRowsContext value={loaded}>
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        {loaded.error !== undefined && (
          <ProblemNotice error={loaded.error} actions={<Button onClick={loaded.retry}>Load again</Button>} />
        )}
        <table
          ref={ref}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid, and its rows and cells follow
          role="grid"
          tabIndex={0}
          aria-label="Work items"
          aria-rowcount={rows.length + 1}
          aria-colcount={result.columns.length}
          aria-activedescendant={visible.some(({ index }) => index === active) ? `row-${active}` : undefined}
          onKeyDown={onKeyDown}
          className="group/grid block h-[70dvh] min-h-80 w-full overflow-auto rounded-xl border border-line bg-surface shadow-lift focus-visible:-outline-offset-2 lg:h-auto lg:flex-1"
        >
          <GridHeader table={table} layout={layout} />
          <tbody className="relative block" style={{ height: virtualizer.getTotalSize(), minWidth: layout?.minWidth }}>
            {visible.map(({ index, start, size }) => (
              <Row
                key={index}
                row={rows[index]}
                layout={layout}
                place={{ top: start, height: size }}
                isActive={index === active}
                isOpen={openItem !== undefined && result.ids[index] === openItem}
                onOpen={() => {
                  setActive(index)
                  openAt(index)
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
    </LoadedRowsContext>
  )
}
