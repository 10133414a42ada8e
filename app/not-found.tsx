import { Missing } from './missing'
import { PublicPage } from './public-page'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PublicPage>
      <Missing />
    </PublicPage>
  )
}
