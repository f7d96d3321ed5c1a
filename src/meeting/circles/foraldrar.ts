import { individualsCircle } from './roleCircle.ts';

/** Parents, foster parents and others in their place: an older circle, the one that was read whole (domain.md 1.5.5). */
export const foraldrar = individualsCircle('foraldrar', {
  inledning: {
    speaks: 'leader',
    intro: 'M6',
    front: 'present:M7 child:M7 others:M7 absent',
    back: 'consent:M6 questions tell',
  },
  aktuellSituation: {
    speaks: 'individual',
    intro: 'M6',
    front: 'now:M7 works:M7 less:M7 view:M7 respect',
    back: 'say:M6 help:M6 listen',
  },
  behov: {
    speaks: 'individual',
    intro: 'M6',
    front: 'later:M7 soon:M7 child:M7 self:M7 help:M7 who:M7',
    back: 'want:M6 can:M6 prepare:M6 energy',
  },
  sammanfattning: {
    speaks: 'leader',
    intro: 'M6',
    front: 'told:M7 understood:M7 child:M7 sounds:M7 ask:M7 differ',
    back: 'holder explain',
  },
  avslutning: {
    speaks: 'everyone',
    intro: 'M6',
    front: 'next:M7 copy:M7 felt:M7 child',
    back: 'copy:M6 times homes',
  },
});
