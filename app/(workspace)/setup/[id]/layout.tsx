import type { ReactNode } from 'react'
import { setupSteps } from '#lib/setup/schema'
import { setupPath } from '#query/setup'
import { HandOffs } from '#setup/hand-offs'
import { SetupProvider } from '#setup/setup-provider'
import { foundSetup } from './found'
import { StepList } from './step-list'

const steps = setupSteps.map(({ step, slug, short }) => ({ step, slug, short }))

export default async function SetupLayout({ params, children }: LayoutProps<'/setup/[id]'>) {
  const { id } = await params
  const draft = await foundSetup(id)
  return (
    <SetupProvider base={setupPath(id)} draft={draft}>
      <HandOffs />
      <Frame id={id}>{children}</Frame>
    </SetupProvider>
  )
}

function Frame({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-6xl items-start gap-6 xl:grid-cols-[15rem_minmax(0,1fr)] xl:gap-8">
      <StepList id={id} steps={steps} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
