import { type CatalogEntry, describe, isAppError } from '#lib/platform/errors/index'
import { shownToHelper } from '#lib/setup/hand-offs/open'
import { handOffId, stepsOf } from '#lib/setup/hand-offs/schema'
import { type Helper, setupSteps } from '#lib/setup/schema'
import { handOffInHand } from '#server/hand-offs'
import { guideOfHandOff } from '#server/queries'
import { SetupProvider } from '#setup/setup-provider'
import { StepCheck } from '#setup/step-check'
import { AddToOrganization } from '#setup/steps/add-to-organization'
import type { Guide } from '#setup/steps/guide'
import { Permissions } from '#setup/steps/permissions'
import { RegisterApp } from '#setup/steps/register-app'
import { UploadCertificate } from '#setup/steps/upload-certificate'
import { Notice } from '#ui/notice'
import { PageHeader } from '#ui/page-header'
import { PublicPage } from '../../public-page'
import { MarkAsDone } from './mark-as-done'

export const metadata = { title: 'Help with a connection' }

/** What a link opens, or why it does not. */
async function opened(id: string) {
  try {
    return { open: await handOffInHand(handOffId.parse(id)) }
  } catch (error) {
    return { refusal: describe(isAppError(error) ? error.code : 'hand_off_invalid') }
  }
}

function Refused({ refusal }: { readonly refusal: CatalogEntry }) {
  return (
    <PublicPage>
      <PageHeader title={refusal.title} />
      <Notice tone="warning">
        <p>{refusal.cause}</p>
        <p>{refusal.remedy}</p>
      </Notice>
    </PublicPage>
  )
}

const introductions: Readonly<Record<Helper, string>> = {
  entra:
    'A colleague connects a tool to Azure DevOps as an app that signs in with a certificate. Please register that app in your Microsoft Entra tenant and upload the public certificate.',
  organization:
    'A colleague connects a tool to Azure DevOps as an app that signs in with a certificate. Please add the app to the organization.',
}

const contents: Readonly<Record<number, (guide: Guide) => React.ReactNode>> = {
  1: RegisterApp,
  2: UploadCertificate,
  3: Permissions,
  4: AddToOrganization,
}

function Step({ step, guide }: { readonly step: (typeof setupSteps)[number]; readonly guide: Guide }) {
  const Content = contents[step.step]
  return (
    <section aria-labelledby={step.slug} className="space-y-4">
      <h2 id={step.slug} className="pt-4 font-semibold text-xl tracking-tight">
        {step.title}
      </h2>
      {step.step !== 3 && <StepCheck step={step.step} />}
      {Content && <Content {...guide} />}
      <MarkAsDone step={step.step} />
    </section>
  )
}

/** The steps that one helper does, with the values of whoever asked, for anybody who has the link. */
export default async function HandOffStepsPage({ params }: PageProps<'/hand-off/[id]'>) {
  const { id } = await params
  const { open, refusal } = await opened(id)
  if (!open) return <Refused refusal={refusal} />
  const steps = setupSteps.filter(({ step }) => stepsOf[open.helper].includes(step))
  const guides = await Promise.all(steps.map(({ step }) => guideOfHandOff(open, step)))
  return (
    <PublicPage>
      <PageHeader title="Help with a connection" description={introductions[open.helper]} />
      <SetupProvider base={`/api/hand-offs/${id}`} draft={shownToHelper(open.draft)}>
        {steps.map((step, place) => {
          const guide = guides[place]
          return guide && <Step key={step.slug} step={step} guide={guide} />
        })}
      </SetupProvider>
    </PublicPage>
  )
}
