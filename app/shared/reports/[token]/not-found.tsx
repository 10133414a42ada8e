import { Notice } from '#ui/notice'
import { PageHeader } from '#ui/page-header'
import { PublicPage } from '../../../public-page'

/** One page for every link that opens nothing, so that nobody learns which links there were. */
export default function LinkOpensNothing() {
  return (
    <PublicPage>
      <PageHeader title="This link does not work" />
      <Notice tone="warning">
        <p>It has ended, it was taken back, or it is not the whole link.</p>
        <p>Open the whole link that you were sent, or ask whoever sent it for a new one.</p>
      </Notice>
    </PublicPage>
  )
}
