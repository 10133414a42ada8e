import { expect, test } from 'vitest'
import { bodyOf, createTestOrganization, type ListBody } from '../test-organization'

const { get } = createTestOrganization({ items: 10 })

test('a type’s icon is a picture in its colour, or an address for whoever asks for JSON', async () => {
  const { value } = await bodyOf<ListBody<{ id: string; url: string }>>(get('_apis/wit/workItemIcons'))
  expect(value.map(({ id }) => id)).toContain('icon_insect')
  const path = '_apis/wit/workItemIcons/icon_insect?color=CC293D&v=2'
  const picture = await get(path, { accept: 'image/svg+xml' })
  expect(picture.headers.get('content-type')).toBe('image/svg+xml')
  expect(await picture.text()).toContain('fill="#CC293D"')
  expect(await bodyOf(get(path, { accept: 'application/json' }))).toEqual({
    id: 'icon_insect',
    url: `https://dev.azure.com/contoso/${path}`,
  })
})

test('a colour that is none, and an icon that does not exist, do no harm', async () => {
  expect(await (await get('_apis/wit/workItemIcons/icon_insect?color="/>')).text()).toContain('fill="gray"')
  expect((await get('_apis/wit/workItemIcons/icon_dragon')).status).toBe(400)
})
