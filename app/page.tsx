export default function Home() {
  return <main>Certboard</main>
}
