'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import type { SandboxApp, SandboxState } from '#query/sandbox'

/** The part of the address that names the app, so that a link to a page is a link to that app's page. */
export function useAppQuery(): string {
  const clientId = useSearchParams().get('app')
  return clientId ? `?${new URLSearchParams({ app: clientId })}` : ''
}

interface ChosenApp {
  /** The app that the address names, or the practice app. */
  readonly app: SandboxApp | undefined
  readonly choose: (clientId: string) => void
}

export function useChosenApp({ apps, clientId }: SandboxState): ChosenApp {
  const router = useRouter()
  const path = usePathname()
  const wanted = useSearchParams().get('app')
  const app = apps.find((one) => one.clientId === wanted) ?? apps.find((one) => one.clientId === clientId)
  return { app, choose: (chosen) => router.replace(`${path}?${new URLSearchParams({ app: chosen })}`) }
}
