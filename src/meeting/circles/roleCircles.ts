import { aldre } from './aldre.ts';
import { barn } from './barn.ts';
import { foraldrar } from './foraldrar.ts';
import { eget, ordforande } from './leadersCard.ts';
import { narstaende } from './narstaende.ts';
import { ovriga } from './ovriga.ts';
import { personal } from './personal.ts';
import type { RoleCircle } from './roleCircle.ts';
import type { CircleRole } from './roles.ts';
import { ungdomar } from './ungdomar.ts';
import { vuxna } from './vuxna.ts';

/** Every circle. Loaded by the views that read or print them; the running meeting has only the leader's. */
const circles: Readonly<Record<CircleRole, RoleCircle>> = {
  vuxna,
  ungdomar,
  aldre,
  barn,
  foraldrar,
  narstaende,
  ovriga,
  ordforande,
  eget,
  personal,
};

export const roleCircle = (role: CircleRole): RoleCircle => circles[role];
