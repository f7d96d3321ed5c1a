/**
 * Records that came from elsewhere and do not open with the keys of the case as it is now: of an older epoch, after a
 * removal; of a newer one, whose keys have not come yet; damaged. They lie in the journal under nobody's name, are told in
 * **Historik**, take no part in gaps and snapshots, and are never merged by themselves. Should they open later, because
 * the keys have come, they are read as any other. The next removal takes them along.
 */
export const nobody = 'AAAAAAAAAAAAAAAAAAAAAA';
