/** For the canary tests: which fields of a case may reach other people's eyes, by their path. These lists are the allow-lists. */

/** The shared view, in each of its forms. */
export const mayBeSeen: readonly RegExp[] = [
  /^plan\.screenName\./,
  /^plan\.important\.text$/,
  /^plan\.(worksWell|worksLess|longTermGoals|values|resources|disagreements)\.\d+\.text$/,
  /^plan\.subgoals\.\d+\.text$/,
  /^plan\.(subgoals\.\d+\.(interventions|ownActions)|looseInterventions|looseOwnActions)\.\d+\.text$/,
  /\.timing\.value\.(text|before)$/,
  /\.doers\.value\.\d+\.(name|function)$/,
  /\.decision\.value\.(by|date)$/,
  /^plan\.participants\.\d+\.(name|function)$/,
  // Of the one whose workplace may stand on the screen (`allowWorkplace`), and of no other.
  /^plan\.participants\.1\.service$/,
  /^plan\.participants\.\d+\.(workPhone|workHours|askAbout)\.value$/,
  /^plan\.lead\.name\.value$/,
  /^plan\.nextMeeting\.(date|time|place|caller)\.value$/,
];

/** The individual's short copy of the plan. */
export const mayStandInCopy: readonly RegExp[] = [
  /^plan\.name\.value$/,
  /^plan\.important\.text$/,
  /^plan\.longTermGoals\.\d+\.text$/,
  /^plan\.subgoals\.\d+\.text$/,
  /^plan\.(subgoals\.\d+\.(interventions|ownActions)|looseInterventions|looseOwnActions)\.\d+\.text$/,
  /\.timing\.value\.(text|before)$/,
  /\.doers\.value\.\d+\.(name|function)$/,
  /\.where\.value$/,
  /\.decision\.value\.(by|date)$/,
  /^plan\.participants\.\d+\.(name|function|service)$/,
  /^plan\.participants\.\d+\.(workPhone|workHours|askAbout)\.value$/,
  /^plan\.lead\.name\.value$/,
  /^plan\.nextMeeting\.(date|time|place|caller)\.value$/,
];

/** Paths of what was planted and is found. */
export const seenIn = (text: string, canaries: ReadonlyMap<string, string>): readonly string[] =>
  [...canaries].filter(([, canary]) => text.includes(canary)).map(([path]) => path);
