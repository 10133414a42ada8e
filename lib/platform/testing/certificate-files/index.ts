import { type FileOf, makeFiles } from './make-files'
import { foreignVariants, pairVariants } from './other-variants'
import { pairRecipes } from './pair-recipes'
import { foreignRecipes, pemRecipes } from './pem-recipes'
import { pemVariants } from './pem-variants'
import { pfxRecipes } from './pfx-recipes'
import { pfxVariants } from './pfx-variants'
import type { Variant } from './variant'

export { hasKeytool, withoutKeytool } from './make-files'
export { password } from './passwords'
export type { Variant } from './variant'

/** Every certificate file there is, made when it is asked for, in a throw-away folder. */
export const certificateFiles = (): FileOf =>
  makeFiles({ ...pairRecipes, ...pfxRecipes, ...pemRecipes, ...foreignRecipes })

export const variants: Readonly<Record<string, readonly Variant[]>> = {
  PFX: pfxVariants,
  ...pemVariants,
  'Kind and state': pairVariants,
  'Chosen by mistake': foreignVariants,
}
