'use client'
import { FlexRender, type ReactTable, type Row } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { classNames } from '#ui/class-names'
import type { features, layoutOf, ResultRow } from './columns'

/** Absent on a phone, where rows have no columns. */
type Layout = ReturnType<typeof layoutOf> | undefined

interface GridHeaderProps {
  readonly table: ReactTable<typeof features, ResultRow>
  readonly layout: Layout
}

/** On a phone there are no columns to head, so only screen readers meet it. */
export function GridHeader({ table, layout }: GridHeaderProps) {
  const [group] = table.getHeaderGroups()
  return (
    <thead className="sticky top-0 z-10 block max-sm:sr-only" style={{ minWidth: layout?.minWidth }}>
      <tr
        aria-rowindex={1}
        className="grid border-line border-b bg-sunken"
        style={{ gridTemplateColumns: layout?.gridTemplateColumns }}
      >
        {group?.headers.map((header) => (
          <th
            key={header.id}
            scope="col"
            title={String(header.column.columnDef.header)}
            className="truncate px-3 py-2 text-left font-medium text-muted text-sm"
          >
            <FlexRender header={header} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly row: Row<typeof features, ResultRow> | undefined
  readonly layout: Layout
  readonly place: { readonly top: number; readonly height: number }
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
}

interface BoxProps {
  readonly className: string
  readonly children: ReactNode
}

/** A row at its place. The grid around it handles the keys, so the row itself only takes the pointer. */
function RowBox({ row, place, isActive, isOpen, onOpen, layout, className, children }: RowProps & BoxProps) {
  const index = row?.index ?? 0
  return (
    <tr
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      onClick={onOpen}
      className={classNames(
        'absolute inset-x-0 cursor-pointer border-line border-b sm:text-sm',
        isOpen ? 'bg-accent-soft' : 'hover:bg-sunken',
        isActive && 'group-focus-visible/grid:shadow-[inset_3px_0_0_var(--accent)]',
        className,
      )}
      style={{ top: place.top, height: place.height, gridTemplateColumns: layout?.gridTemplateColumns }}
    >
      {children}
    </tr>
  )
}

export function GridRow(props: RowProps) {
  return (
    <RowBox {...props} className="grid items-center">
      {props.row?.getAllCells().map((cell) => (
        <td key={cell.id} className="min-w-0 px-3">
          <FlexRender cell={cell} />
        </td>
      ))}
    </RowBox>
  )
}

/** The title on one line, the next columns under it. */
export function CompactRow(props: RowProps) {
  const cells = props.row?.getAllCells() ?? []
  const title = cells.find(({ column }) => column.id === 'System.Title') ?? cells[0]
  const others = cells.filter((cell) => cell !== title).slice(0, 3)
  return (
    <RowBox {...props} className="grid grid-cols-[auto_auto_1fr] content-center gap-x-3 gap-y-0.5 px-4">
      {title && (
        <td className="col-span-3 min-w-0 font-medium">
          <FlexRender cell={title} />
        </td>
      )}
      {others.map((cell) => (
        <td key={cell.id} className="min-w-0 text-muted text-sm">
          <FlexRender cell={cell} />
        </td>
      ))}
    </RowBox>
  )
}
