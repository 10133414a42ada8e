import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewReportLink, ReportLink, ReportLinkInput } from '#lib/connections/report/links/schema'
import { fetchJson, fetchOk } from './fetch'

/** @param test The address of a test */
export const reportLinksQuery = (test: string) =>
  queryOptions({
    queryKey: ['report-links', test],
    queryFn: ({ signal }) => fetchJson<ReportLink[]>(`${test}/links`, { signal }),
  })

/** The answer holds the link's secret, so it is kept no longer than it is looked at. */
export function useCreateReportLink(test: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ReportLinkInput) => fetchJson<NewReportLink>(`${test}/links`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries(reportLinksQuery(test)),
    gcTime: 0,
  })
}

export function useRevokeReportLink(test: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => fetchOk(`${test}/links/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries(reportLinksQuery(test)),
  })
}
