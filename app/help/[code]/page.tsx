import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { type CatalogEntry, describe, isErrorCode } from '#lib/platform/errors/index'
import { Badge } from '#ui/badge'
import { Card } from '#ui/card'
import { CopyButton } from '#ui/copy-button'
import { Icon } from '#ui/icon'

type HelpCodeProps = PageProps<'/help/[code]'>

async function entryOf(params: HelpCodeProps['params']): Promise<{ code: string; entry: CatalogEntry }> {
  const { code } = await params
  if (!isErrorCode(code)) notFound()
  return { code, entry: describe(code) }
}

export async function generateMetadata({ params }: HelpCodeProps): Promise<Metadata> {
  const { code, entry } = await entryOf(params)
  return { title: `${code}: ${entry.title}` }
}

export default async function HelpCodePage({ params }: HelpCodeProps) {
  const { code, entry } = await entryOf(params)
  return (
    <article className="space-y-6">
      <nav aria-label="Breadcrumb">
        <Link href="/help" className="inline-flex min-h-6 items-center gap-1 text-muted hover:text-ink">
          <Icon name="left" /> All codes
        </Link>
      </nav>
      <header>
        <h1 className="font-semibold text-2xl tracking-tight">{entry.title}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <code className="wrap-anywhere font-mono text-muted text-sm">{code}</code>
          <CopyButton text={code} what="code" />
          <Badge>HTTP {entry.status}</Badge>
          {entry.step && <Badge tone="accent">Setup step {entry.step}</Badge>}
        </p>
      </header>
      <Card title="Why it happens">
        <p className="max-w-prose whitespace-pre-line">{entry.cause}</p>
      </Card>
      <Card title="What to do">
        <p className="max-w-prose whitespace-pre-line">{entry.remedy}</p>
      </Card>
    </article>
  )
}
