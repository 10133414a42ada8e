'use client'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SearchInput, SearchResult } from '#lib/work-items/schema'
import { searchQuery } from '#query/work-items'
import { Empty } from '#ui/empty'
import { Ago } from '#ui/moment'
import { ProblemNotice } from '#ui/problem-notice'
import { Skeleton } from '#ui/skeleton'
import { ItemPanel } from './item-panel'
import { ResultsGrid } from './results-grid'
import { useExplorerLocation } from './use-explorer-location'

const number = new Intl.NumberFormat('en')

const countText = (count: number) => (count === 1 ? '1 work item' : `${number.format(count)} work items`)

function Loading() {
  return (
    <div role="status" className="space-y-3 rounded-2xl border border-line bg-surface p-5">
      <span className="sr-only">The query runs</span>
      {['w-2/3', 'w-1/2', 'w-3/5', 'w-2/5', 'w-3/4'].map((width) => (
        <Skeleton key={width} className={`h-5 ${width}`} />
      ))}
    </div>
  )
}

function Found({ input, result }: { readonly input: SearchInput; readonly result: SearchResult }) {
  const { item, go } = useExplorerLocation()
  const grid = useRef<HTMLTableElement>(null)
  const open = (id: number) => go({ item: String(id) })
  return (
    <>
      <p role="status" className="mb-2 flex flex-wrap gap-x-2 text-sm">
        <span className="font-semibold">{countText(result.ids.length)}</span>
        <span className="text-muted">
          all that match, as of <Ago iso={result.asOf} />
        </span>
      </p>
      <div className="flex min-h-0 flex-1 gap-4">
        <ResultsGrid key={result.asOf} ref={grid} input={input} result={result} openItem={item} onOpen={open} />
        {item !== undefined && (
          <ItemPanel
            connectionId={input.connectionId}
            id={item}
            onOpen={open}
            onClose={() => {
              go({ item: undefined })
              grid.current?.focus()
            }}
          />
        )}
      </div>
    </>
  )
}

export function Results({ input }: { readonly input: SearchInput | undefined }) {
  const search = useQuery(input ? searchQuery(input) : { queryKey: ['work-items', 'none'], queryFn: skipToken })
  if (!input) {
    return (
      <Empty icon="search" title="Run the query">
        <p>
          The query on this page lists the work items of a project, the latest changed first. Change it as you like.
        </p>
      </Empty>
    )
  }
  if (search.isError) return <ProblemNotice error={search.error} />
  if (!search.data) return <Loading />
  if (search.data.ids.length === 0) {
    return (
      <Empty icon="search" title="No work item matches">
        <p>The query is fine; nothing in the organization fits it, or the app may not see the project.</p>
      </Empty>
    )
  }
  return <Found input={input} result={search.data} />
}
