import { LinkButton } from '#ui/link-button'
import { PageHeader } from '#ui/page-header'
import { SixSteps } from './six-steps'

export const metadata = { title: 'Sandbox' }

export default function SandboxPage() {
  return (
    <>
      <PageHeader
        title="Practice portal"
        description="A stand-in for the two places at Microsoft that you would otherwise need an administrator for: the app registration in Entra ID and the users of the Azure DevOps organization. What you do here counts for sandbox connections only."
        actions={
          <LinkButton href="/connections/new?with=sandbox" variant="primary" icon="plus">
            Connect to the sandbox
          </LinkButton>
        }
      />
      <SixSteps />
    </>
  )
}
