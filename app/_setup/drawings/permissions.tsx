import { Mark, Menu, Push, Sketch, shortened, Words } from './parts'

export function PermissionsDrawing({ appName }: { readonly appName: string }) {
  return (
    <Sketch
      label="The page API permissions of the app, with delegated permissions of Azure DevOps and the button Grant admin consent"
      bar={shortened(appName, 40)}
      height={170}
    >
      <Menu entries={['Overview', 'Certificates', 'API permissions', 'Manifest']} chosen="API permissions" />
      <Words x={136} y={48} text="Configured permissions" isStrong />
      <Push x={136} y={58} width={116} text="+ Add a permission" />
      <Mark x={268} y={68} number={1} />
      <Push x={136} y={84} width={128} text="Grant admin consent" />
      <Mark x={280} y={94} number={2} />
      <Words x={136} y={126} text="Azure DevOps" isStrong />
      <Words x={136} y={142} text="vso.project" tone="fill-ink" />
      <Words x={240} y={142} text="Delegated" />
      <Words x={136} y={158} text="vso.work_full" tone="fill-ink" />
      <Words x={240} y={158} text="Delegated" />
    </Sketch>
  )
}
