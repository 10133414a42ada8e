import { BrandMark } from '#ui/brand'
import { SignInForm } from './sign-in-form'

export const metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { key } = await searchParams
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh items-center justify-center px-4 py-10 outline-none">
      <div className="w-full max-w-md">
        <div className="mb-6 flex flex-col items-center gap-4 text-center">
          <BrandMark className="size-12" />
          <h1 className="font-semibold text-2xl tracking-tight">Sign in to Certboard</h1>
        </div>
        <SignInForm signInKey={typeof key === 'string' ? key : undefined} />
      </div>
    </main>
  )
}
