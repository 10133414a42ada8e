/** Finds the organization's name in a name, a dev.azure.com address or a visualstudio.com address. */
export function organizationOf(text: string): string | undefined {
  const trimmed = text.trim().replace(/^https?:\/\//i, '')
  const legacy = /^([a-z0-9][a-z0-9-]*)\.(?:[a-z]+\.)?visualstudio\.com(?:\/.*)?$/i.exec(trimmed)
  const modern = /^(?:[a-z]+\.)?dev\.azure\.com\/([a-z0-9][a-z0-9-]*)(?:\/.*)?$/i.exec(trimmed)
  const plain = /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/i.exec(trimmed)
  return legacy?.[1] ?? modern?.[1] ?? plain?.[0]
}
