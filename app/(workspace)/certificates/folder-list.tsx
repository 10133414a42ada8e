'use client'
import { useQuery } from '@tanstack/react-query'
import type { FolderEntry } from '#lib/certificates/schema'
import { folderQuery, useFolderCertificate } from '#query/certificates'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Card } from '#ui/card'
import { Day } from '#ui/moment'
import { Notice } from '#ui/notice'
import { ProblemNotice } from '#ui/problem-notice'
import { Skeleton } from '#ui/skeleton'
import { Thumbprint } from '#ui/thumbprint'

/** The name under which it is added: that of the file. */
const nameOf = (file: string): string => file.replace(/\.\w+$/, '').slice(0, 80)

function UseButton({ file, thumbprintSha256 }: { readonly file: string; readonly thumbprintSha256: string }) {
  const add = useFolderCertificate()
  return (
    <>
      <Button
        size="small"
        icon="plus"
        aria-label={`Use ${file}`}
        busy={add.isPending}
        onClick={() => add.mutate({ name: nameOf(file), file, thumbprintSha256 })}
      >
        Use
      </Button>
      {add.isError && (
        <div className="basis-full">
          <ProblemNotice error={add.error} />
        </div>
      )}
    </>
  )
}

function Entry({ entry: { file, certificate, finding, certificateId } }: { readonly entry: FolderEntry }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere font-medium">{file}</p>
        {certificate && (
          <p className="wrap-anywhere text-muted text-sm">
            {certificate.subject}, until <Day iso={certificate.notAfter} />
          </p>
        )}
        {certificate && <Thumbprint value={certificate.thumbprintSha1} what="SHA-1 thumbprint" />}
        {finding && (
          <p className="wrap-anywhere text-sm text-warned">
            {finding.title}. {finding.detail} {finding.remedy} <code className="font-mono text-xs">{finding.code}</code>
          </p>
        )}
      </div>
      {certificateId && <Badge icon="check">In use here</Badge>}
      {certificate && !finding && !certificateId && (
        <UseButton file={file} thumbprintSha256={certificate.thumbprintSha256} />
      )}
    </li>
  )
}

function Entries() {
  const { data, error } = useQuery(folderQuery())
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Skeleton className="h-5 w-1/2" />
  if (data.entries.length === 0) return <p className="text-muted">There is no .pem or .pfx file in it.</p>
  return (
    <>
      <ul className="divide-y divide-line">
        {data.entries.map((entry) => (
          <Entry key={entry.file + entry.certificate?.thumbprintSha256} entry={entry} />
        ))}
      </ul>
      {data.left > 0 && <Notice tone="warning" title={`${data.left} more files were not looked at`} />}
    </>
  )
}

/** What the operator has put there. Used, a certificate is one of the workspace; its key is read when it signs. */
export function FolderList() {
  return (
    <Card
      title="In the server’s folder"
      description="Certificates that the operator of this server keeps in a folder. Their keys stay in the files and are read only to sign."
      className="mt-4"
    >
      <Entries />
    </Card>
  )
}
