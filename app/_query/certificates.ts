import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  Certificate,
  GenerateCertificateInput,
  ImportCertificateInput,
  LinkKeyVaultForm,
  NewestVersion,
  PublicFileFormat,
} from '#lib/certificates/schema'
import { fetchJson, fetchOk } from './fetch'

export const certificatesQuery = () =>
  queryOptions({
    queryKey: ['certificates'],
    queryFn: ({ signal }) => fetchJson<Certificate[]>('/api/certificates', { signal }),
  })

export const certificateFile = (id: string, format: PublicFileFormat): string =>
  `/api/certificates/${id}/file?format=${format}`

/** The end of the certificate, for a calendar program. */
export const expiryCalendar = (id: string): string => `/api/certificates/${id}/calendar`

function useCertificateMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries(certificatesQuery()) })
}

export const useGenerateCertificate = () =>
  useCertificateMutation((body: GenerateCertificateInput) =>
    fetchJson<Certificate>('/api/certificates', { method: 'POST', body }),
  )

export const useImportCertificate = () =>
  useCertificateMutation((body: ImportCertificateInput) =>
    fetchJson<Certificate>('/api/certificates/import', { method: 'POST', body }),
  )

export const useLinkKeyVault = () =>
  useCertificateMutation((body: LinkKeyVaultForm) =>
    fetchJson<Certificate>('/api/certificates/key-vault', { method: 'POST', body }),
  )

/** Asks the key vault itself, so it is neither asked often nor again and again when it refuses. */
export const newestVersionQuery = (id: string) =>
  queryOptions({
    queryKey: ['certificates', id, 'newest version'],
    queryFn: ({ signal }) => fetchJson<NewestVersion>(`/api/certificates/${id}/key-vault`, { signal }),
    staleTime: 10 * 60_000,
    retry: false,
  })

export const useDeleteCertificate = () =>
  useCertificateMutation((id: string) => fetchOk(`/api/certificates/${id}`, { method: 'DELETE' }))

/** The bytes of the public file. */
export const readPublicFile = async (id: string): Promise<Blob> => (await fetchOk(certificateFile(id, 'cer'))).blob()
