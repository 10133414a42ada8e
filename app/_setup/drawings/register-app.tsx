import { Entry, Mark, Menu, Push, Sketch, shortened, Words } from './parts'

export function NewRegistrationDrawing({ appName }: { readonly appName: string }) {
  return (
    <Sketch
      label={`The form “Register an application” with the name ${appName}, a single tenant and no redirect URI`}
      bar="Microsoft Entra admin center"
      height={236}
    >
      <Menu entries={['Overview', 'Users', 'App registrations', 'Enterprise apps']} chosen="App registrations" />
      <Words x={136} y={48} text="Register an application" isStrong />
      <Mark x={380} y={78} number={1} />
      <Entry x={136} y={68} width={230} label="Name" text={shortened(appName, 34)} isMarked />
      <Words x={136} y={110} text="Supported account types" />
      <Mark x={380} y={126} number={2} />
      <circle cx={142} cy={126} r="5" className="fill-surface stroke-2 stroke-accent" />
      <circle cx={142} cy={126} r="2.5" className="fill-accent" />
      <Words x={153} y={129.5} text="This directory only (single tenant)" tone="fill-ink" />
      <circle cx={142} cy={144} r="5" className="fill-surface stroke-control" />
      <Words x={153} y={147.5} text="Any directory" />
      <Entry x={136} y={172} width={230} label="Redirect URI (optional)" text="leave empty" />
      <Mark x={380} y={216} number={3} />
      <Push x={136} y={206} width={62} text="Register" isMarked />
    </Sketch>
  )
}

interface OverviewProps {
  readonly appName: string
}

export function OverviewDrawing({ appName }: OverviewProps) {
  const rows = [
    ['Application (client) ID', 1],
    ['Object ID', 0],
    ['Directory (tenant) ID', 2],
  ] as const
  return (
    <Sketch
      label="The Overview page of the app, with the Application (client) ID and the Directory (tenant) ID marked and the Object ID between them"
      bar={shortened(appName, 40)}
      height={150}
    >
      <Menu entries={['Overview', 'Certificates', 'API permissions', 'Manifest']} chosen="Overview" />
      <Words x={136} y={48} text="Essentials" isStrong />
      {rows.map(([label, number], place) => (
        <g key={label}>
          <Words x={136} y={72 + place * 24} text={label} tone={number ? 'fill-ink' : 'fill-muted'} />
          <rect
            x={250}
            y={62 + place * 24}
            width={112}
            height="14"
            rx="3"
            className={number ? 'fill-accent-soft' : 'fill-sunken'}
          />
          <Words x={256} y={72.5 + place * 24} text="xxxxxxxx-xxxx-xxxx" />
          {number > 0 && <Mark x={380} y={69 + place * 24} number={number} />}
        </g>
      ))}
      <Words x={136} y={142} text="The Object ID in the middle is not wanted here." />
    </Sketch>
  )
}
