'use client'
import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { createContext, useContext } from 'react'
import type { Column, FieldValue, WorkItemRow } from '#lib/work-items/schema'
import { Skeleton } from '#ui/skeleton'
import { fieldText } from './field-text'

interface LoadedRows {
  readonly rows: ReadonlyMap<number, WorkItemRow>
  readonly missing: ReadonlySet<number>
}

/** The rows that have arrived. A context, so that their arrival renders cells and rebuilds no table. */
export const LoadedRowsContext = createContext<LoadedRows>({ rows: new Map(), missing: new Set() })

interface CellProps {
  readonly id: number
  readonly referenceName: string
}

/** The value of a cell; `undefined` while its row is on the way. */
function useCell({ id, referenceName }: CellProps): { readonly value: FieldValue | undefined } | undefined {
  const { rows, missing } = useContext(LoadedRowsContext)
  if (referenceName === 'System.Id') return { value: id }
  if (missing.has(id)) return { value: referenceName === 'System.Title' ? 'Deleted, or not readable' : undefined }
  const row = rows.get(id)
  return row && { value: row.fields[referenceName] }
}

function Cell(props: CellProps) {
  const cell = useCell(props)
  if (!cell) return <Skeleton className="h-3 w-3/5" />
  const text = fieldText(cell.value)
  return (
    <span className="block truncate" title={text}>
      {text}
    </span>
  )
}

export const features = tableFeatures({})

/** A row of the table begins as a work item's ID; its fields come later. */
export interface ResultRow {
  readonly id: number
}

const helper = createColumnHelper<typeof features, ResultRow>()

export const columnsOf = (columns: readonly Column[]) =>
  columns.map(({ referenceName, name }) =>
    helper.display({
      id: referenceName,
      header: name,
      cell: ({ row }) => <Cell id={row.original.id} referenceName={referenceName} />,
    }),
  )

/** Least widths in rem. */
const widths: Record<string, number> = {
  'System.Id': 5,
  'System.Title': 13,
  'System.WorkItemType': 8,
  'System.State': 7,
}

const widthOf = ({ referenceName }: Column): number => widths[referenceName] ?? 10

/** The layout that header and rows share: they scroll sideways together when the window is narrower than the columns. */
export const layoutOf = (columns: readonly Column[]) => ({
  minWidth: `${columns.reduce((sum, column) => sum + widthOf(column), 0)}rem`,
  gridTemplateColumns: columns.map((column) => `minmax(${widthOf(column)}rem, ${growthOf(column)}fr)`).join(' '),
})

/** Titles take most of what is left over. */
const growthOf = ({ referenceName }: Column): number => (referenceName === 'System.Title' ? 12 : 1)
