import { catalog } from '#lib/platform/errors/index'
import { PageHeader } from '#ui/page-header'
import { CodeList } from './code-list'

export const metadata = { title: 'Help' }

export default function HelpPage() {
  const entries = Object.entries(catalog)
    .map(([code, { title, cause }]) => ({ code, title, cause }))
    .sort((one, other) => one.code.localeCompare(other.code, 'en', { numeric: true }))
  return (
    <div>
      <PageHeader
        title="Help"
        description="Every error that Certboard shows has a code. Find yours to see why it happens and what to do about it."
      />
      <CodeList entries={entries} />
    </div>
  )
}
