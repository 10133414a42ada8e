/** Runs once, before the first request. What only Node can do is imported only there. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./app/_server/start')).start()
}
