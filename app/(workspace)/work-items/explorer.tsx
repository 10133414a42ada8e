'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#lib/connections/schema'
import type { SearchInput } from '#lib/work-items/schema'
import { connectionsQuery } from '#query/connections'
import { searchQuery } from '#query/work-items'
import { Empty } from '#ui/empty'
import { LinkButton } from '#ui/link-button'
import { PageHeader } from '#ui/page-header'
import { ProblemNotice } from '#ui/problem-notice'
import { SkeletonList } from '#ui/skeleton'
import { QueryForm } from './query-form'
import { Results } from './results'
import { useExplorerLocation } from './use-explorer-location'

function NoConnections() {
  return (
    <Empty
      icon="link"
      title="No connection yet"
      actions={
        <LinkButton href="/connections/new" variant="primary" icon="plus">
          New connection
        </LinkButton>
      }
    >
      <p>Work items are read through a connection to an Azure DevOps organization.</p>
    </Empty>
  )
}

function Search({ connections, first }: { readonly connections: readonly Connection[]; readonly first: Connection }) {
  const client = useQueryClient()
  const { connectionId, project, query, go } = useExplorerLocation()
  const connection = connections.find(({ id }) => id === connectionId) ?? first
  const input: SearchInput | undefined =
    query === undefined ? undefined : { connectionId: connection.id, wiql: query, ...(project && { project }) }

  /** Asks again even when nothing was changed. */
  function run(wiql: string, chosenProject: string) {
    const next = { connectionId: connection.id, wiql, ...(chosenProject && { project: chosenProject }) }
    client.removeQueries(searchQuery(next))
    go({ connection: connection.id, project: chosenProject, query: wiql, item: undefined })
  }

  return (
    <>
      <QueryForm
        key={connection.id}
        connections={connections}
        connection={connection}
        initialProject={project}
        initialQuery={query}
        onRun={run}
        onConnection={(id) => go({ connection: id, project: undefined, item: undefined, query: undefined })}
      />
      <Results input={input} />
    </>
  )
}

function Content() {
  const { data, error } = useQuery(connectionsQuery())
  if (error) return <ProblemNotice error={error} />
  if (!data) return <SkeletonList label="Loading the connections" />
  const [first] = data
  return first ? <Search connections={data} first={first} /> : <NoConnections />
}

/** Fills the window, so that only the table scrolls. */
export function Explorer() {
  return (
    <div className="flex flex-col lg:h-[calc(100dvh-4rem)]">
      <PageHeader title="Work items" />
      <Content />
    </div>
  )
}
