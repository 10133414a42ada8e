'use client'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { hasCode, problemOf } from './problem'

/** A session that ended shows on any request; the way back in is one page. */
function leaveWhenSignedOut(error: unknown): void {
  if (hasCode(error, 'sign_in_required')) location.assign('/sign-in')
}

/** An answer with a reason stays the same when asked again; only silence and a busy database are worth a second try. */
const mayPass = (error: unknown) => [0, 503].includes(problemOf(error).status)

const createClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && mayPass(error) },
      mutations: { onError: leaveWhenSignedOut },
    },
  })

/** One client per browser tab. The server makes a new one for every render and shares none. */
export function QueryProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
